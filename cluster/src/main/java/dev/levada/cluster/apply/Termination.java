package dev.levada.cluster.apply;

import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.observe.LiveObjects;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.ObjectId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits until an object is gone, as the watch tells it.
final class Termination {

  private static final long LONGEST_SECONDS = 60;

  private final KubeClient client;
  private final LiveObjects objects;

  Termination(KubeClient client, LiveObjects objects) {
    this.client = client;
    this.objects = objects;
  }

  void await(ResourceType type, ObjectId object) throws InterruptedException {
    var gone = new CountDownLatch(1);
    try (var _ =
        objects.listen((id, live) -> {
          if (id.equals(object) && live == null) {
            gone.countDown();
          }
        })) {
      boolean absent = client.find(type, object.namespace(), object.name()).isEmpty();
      if (!absent && !gone.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw FailureException.retrying(
            Reason.RECONCILIATION_FAILED,
            object.subject()
                + " was deleted to be made anew but is not gone after "
                + LONGEST_SECONDS
                + "s",
            "Look at its finalizers: whoever set them has to finish first");
      }
    }
  }
}
