package dev.levada.operator.pullrequest;

import dev.levada.api.GitProvider;
import dev.levada.core.manifest.Scalar;
import dev.levada.fetch.forge.Forge;
import dev.levada.operator.image.ImageCourse;
import dev.levada.operator.report.ImageReport;
import dev.levada.operator.runtime.Again;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.Reconciler;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.Run;
import dev.levada.operator.runtime.timing.Jitter;
import java.util.Map;

/// Looks after GitProviders: says whether each host lets us in.
///
/// @param objects the GitProviders as the cluster has them
/// @param access opens hosts
/// @param course what it has in common with other kinds
/// @param jitter spreads the intervals
public record GitProviderController(
    ResourceCache<GitProvider> objects, ForgeAccess access, ImageCourse course, Jitter jitter)
    implements Reconciler {

  @Override
  public Again reconcile(Key key, Run run) {
    return objects
        .find(key)
        .map(object -> reconcile(object, run.id()))
        .orElseGet(() -> {
          access.forget(key.namespace(), key.name());
          return new Again.Never();
        });
  }

  private Again reconcile(GitProvider object, String run) {
    var subject = new ImageReport.Subject(object.metadata(), object.status(), run);
    return course.take(
        subject,
        object.spec().suspended(),
        () -> access.forget(object.metadata().namespace(), object.metadata().name()),
        () -> {
          String branch = access.ask(object, Forge::defaultBranch);
          course
              .report()
              .ready(
                  subject,
                  Map.of("defaultBranch", Scalar.of(branch)),
                  "repository " + object.spec().repository() + " has the default branch " + branch,
                  "");
          return new Again.After(jitter.of(object.spec().interval()));
        });
  }
}
