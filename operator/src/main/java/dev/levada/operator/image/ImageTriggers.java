package dev.levada.operator.image;

import dev.levada.api.ImagePolicy;
import dev.levada.api.ImageRepository;
import dev.levada.operator.runtime.Controllers;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.Urgency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Wakes the policies of an ImageRepository when it has other tags, or admits others.
public final class ImageTriggers implements ResourceCache.Listener<ImageRepository> {

  private static final String BY_REPOSITORY = "repository";

  private final ResourceCache<ImagePolicy> policies;
  private final Controllers controllers;

  /// @param policies the ImagePolicies as the cluster has them
  /// @param controllers whom to wake
  public ImageTriggers(ResourceCache<ImagePolicy> policies, Controllers controllers) {
    this.policies = policies;
    this.controllers = controllers;
    policies.index(
        BY_REPOSITORY,
        policy ->
            List.of(policy.spec().repositoryNamespace() + "/" + policy.spec().repositoryName()));
  }

  @Override
  public void changed(@Nullable ImageRepository before, @Nullable ImageRepository after) {
    ImageRepository shown = after == null ? before : after;
    if (shown == null || (before != null && after != null && !matters(before, after))) {
      return;
    }
    String name = shown.metadata().namespace() + "/" + shown.metadata().name();
    for (ImagePolicy policy : policies.lookup(BY_REPOSITORY, name)) {
      var key = new Key(ImagePolicy.KIND, policy.metadata().namespace(), policy.metadata().name());
      controllers.enqueue(key, Urgency.CHANGED, false);
    }
  }

  private static boolean matters(ImageRepository before, ImageRepository after) {
    return before.metadata().generation() != after.metadata().generation()
        || !seen(before).equals(seen(after));
  }

  private static List<String> seen(ImageRepository repository) {
    return List.of(
        repository.status().textAt("canonicalImageName"),
        repository.status().textAt("lastScanResult", "revision"));
  }
}
