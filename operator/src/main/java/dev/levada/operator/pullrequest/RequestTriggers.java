package dev.levada.operator.pullrequest;

import dev.levada.api.Condition;
import dev.levada.api.GitProvider;
import dev.levada.api.ImageUpdateAutomation;
import dev.levada.api.PullRequestPolicy;
import dev.levada.core.manifest.Mapping;
import dev.levada.operator.runtime.Controllers;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.Urgency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Wakes policies when their automation has pushed or seen a new base, or their provider has
/// changed.
public final class RequestTriggers {

  private static final String BY_AUTOMATION = "automation";
  private static final String BY_PROVIDER = "provider";

  private final ResourceCache<PullRequestPolicy> policies;
  private final Controllers controllers;

  /// @param policies the PullRequestPolicies as the cluster has them
  /// @param controllers whom to wake
  public RequestTriggers(ResourceCache<PullRequestPolicy> policies, Controllers controllers) {
    this.policies = policies;
    this.controllers = controllers;
    policies.index(
        BY_AUTOMATION,
        policy -> List.of(policy.metadata().namespace() + "/" + policy.spec().automation()));
    policies.index(
        BY_PROVIDER,
        policy -> List.of(policy.metadata().namespace() + "/" + policy.spec().provider()));
  }

  /// An automation is new, changed or gone.
  public void automationChanged(
      @Nullable ImageUpdateAutomation before, @Nullable ImageUpdateAutomation after) {
    if (after != null && (before == null || !seen(before).equals(seen(after)))) {
      wake(BY_AUTOMATION, after.metadata().namespace() + "/" + after.metadata().name());
    }
  }

  private static List<String> seen(ImageUpdateAutomation automation) {
    Mapping status = automation.status();
    return List.of(
        String.valueOf(automation.metadata().generation()),
        String.valueOf(Condition.isTrue(status, Condition.READY)),
        status.textAt("lastPushCommit"),
        status.textAt("observedSourceRevision"),
        status.mappingAt("observedPolicies").toString());
  }

  /// A provider is new, changed or gone.
  public void providerChanged(@Nullable GitProvider before, @Nullable GitProvider after) {
    if (after != null
        && (before == null
            || before.metadata().generation() != after.metadata().generation()
            || Condition.isTrue(before.status(), Condition.READY)
                != Condition.isTrue(after.status(), Condition.READY))) {
      wake(BY_PROVIDER, after.metadata().namespace() + "/" + after.metadata().name());
    }
  }

  private void wake(String index, String value) {
    for (PullRequestPolicy policy : policies.lookup(index, value)) {
      var key =
          new Key(PullRequestPolicy.KIND, policy.metadata().namespace(), policy.metadata().name());
      controllers.enqueue(key, Urgency.CHANGED, false);
    }
  }
}
