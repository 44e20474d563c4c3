package dev.levada.core.failure;

/// Every reason that a condition or an event of ours can carry; `docs/reasons.md` says what each
/// means and a test holds the two together. The words on the wire are Flux's.
public enum Reason {
  ACCESS_DENIED("AccessDenied"),
  ARCHIVE_OPERATION_FAILED("ArchiveOperationFailed"),
  ARTIFACT_FAILED("ArtifactFailed"),
  ARTIFACT_UP_TO_DATE("ArtifactUpToDate"),
  AUTHENTICATION_FAILED("AuthenticationFailed"),
  BUILD_FAILED("BuildFailed"),
  DEPENDENCY_NOT_READY("DependencyNotReady"),
  DRIFT_CORRECTED("DriftCorrected"),
  DRIFT_REPEATED("DriftRepeated"),
  EMPTY_GIT_REPOSITORY("EmptyGitRepository"),
  FAILURE("Failure"),
  FEATURE_GATE_DISABLED("FeatureGateDisabled"),
  FORGE_OPERATION_FAILED("ForgeOperationFailed"),
  GARBAGE_COLLECTION_SUCCEEDED("GarbageCollectionSucceeded"),
  GIT_OPERATION_FAILED("GitOperationFailed"),
  GIT_OPERATION_SUCCEEDED("GitOperationSucceeded"),
  HEALTH_CHECK_CANCELED("HealthCheckCanceled"),
  HEALTH_CHECK_FAILED("HealthCheckFailed"),
  IMAGE_URL_INVALID("ImageURLInvalid"),
  INTERVAL_NOT_CONFIGURED("IntervalNotConfigured"),
  INVALID_CEL_EXPRESSION("InvalidCELExpression"),
  INVALID_PATH("InvalidPath"),
  INVALID_POLICY("InvalidPolicy"),
  INVALID_POLICY_SELECTOR("InvalidPolicySelector"),
  INVALID_PROVIDER_CONFIGURATION("InvalidProviderConfiguration"),
  INVALID_SOURCE_CONFIGURATION("InvalidSourceConfiguration"),
  INVALID_UPDATE_STRATEGY("InvalidUpdateStrategy"),
  NEW_ARTIFACT("NewArtifact"),
  NEW_REVISION("NewRevision"),
  PROGRESSING("Progressing"),
  PROGRESSING_WITH_RETRY("ProgressingWithRetry"),
  PRUNE_FAILED("PruneFailed"),
  READ_OPERATION_FAILED("ReadOperationFailed"),
  RECONCILIATION_FAILED("ReconciliationFailed"),
  RECONCILIATION_SUCCEEDED("ReconciliationSucceeded"),
  REMOVED_TEMPLATE_FIELD("RemovedTemplateField"),
  SOURCE_MANAGER_FAILED("SourceManagerFailed"),
  STORAGE_OPERATION_FAILED("StorageOperationFailed"),
  SUCCEEDED("Succeeded"),
  SUSPENDED("Suspended"),
  TOKEN_NOT_FOUND("TokenNotFound"),
  UNSUPPORTED_FIELD("UnsupportedField"),
  UPDATE_FAILED("UpdateFailed"),
  URL_INVALID("URLInvalid"),
  VALIDATION_FAILED("ValidationFailed");

  private final String word;

  Reason(String word) {
    this.word = word;
  }

  /// The word on the wire.
  public String word() {
    return word;
  }
}
