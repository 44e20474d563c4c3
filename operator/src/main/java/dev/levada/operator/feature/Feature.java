package dev.levada.operator.feature;

/// Every feature gate of Flux's controllers (flux-api §4.3). All names are accepted; one that has
/// no meaning here, because the engine works another way, changes nothing.
public enum Feature {
  ADDITIVE_CEL_DEPENDENCY_CHECK("AdditiveCELDependencyCheck", false),
  ADOPT_LEGACY_RELEASES("AdoptLegacyReleases", false),
  ALLOW_DNS_LOOKUPS("AllowDNSLookups", false),
  CACHE_SECRETS_AND_CONFIG_MAPS("CacheSecretsAndConfigMaps", false),
  CANCEL_HEALTH_CHECK_ON_NEW_REVISION("CancelHealthCheckOnNewRevision", true),
  CORRECT_DRIFT("CorrectDrift", true),
  DEFAULT_TO_RETRY_ON_FAILURE("DefaultToRetryOnFailure", false),
  DETECT_DRIFT("DetectDrift", true),
  DIRECT_SOURCE_FETCH("DirectSourceFetch", false),
  DISABLE_CHART_DIGEST_TRACKING("DisableChartDigestTracking", false),
  DISABLE_CONFIG_WATCHERS("DisableConfigWatchers", false),
  DISABLE_FAIL_FAST_BEHAVIOR("DisableFailFastBehavior", false),
  DISABLE_STATUS_POLLER_CACHE("DisableStatusPollerCache", true),
  EXTERNAL_ARTIFACT("ExternalArtifact", false),
  FLUX_STORAGE("FluxStorage", false),
  GIT_ALL_BRANCH_REFERENCES("GitAllBranchReferences", true),
  GIT_FORCE_PUSH_BRANCH("GitForcePushBranch", true),
  GIT_SHALLOW_CLONE("GitShallowClone", true),
  GIT_SPARSE_CHECKOUT("GitSparseCheckout", false),
  GROUP_CHANGE_LOG("GroupChangeLog", false),
  MIGRATE_API_VERSION("MigrateAPIVersion", false),
  OBJECT_LEVEL_WORKLOAD_IDENTITY("ObjectLevelWorkloadIdentity", false),
  OOM_WATCH("OOMWatch", false),
  STRICT_POST_BUILD_SUBSTITUTIONS("StrictPostBuildSubstitutions", true),
  USE_HELM3_DEFAULTS("UseHelm3Defaults", false);

  private final String gate;
  private final boolean usual;

  Feature(String gate, boolean usual) {
    this.gate = gate;
    this.usual = usual;
  }

  /// The name on the command line.
  public String gate() {
    return gate;
  }

  /// Whether it is on where nobody says otherwise.
  boolean isUsual() {
    return usual;
  }
}
