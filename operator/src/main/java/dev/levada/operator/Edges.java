package dev.levada.operator;

import dev.levada.api.Metadata;
import dev.levada.operator.runtime.Controllers;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.Urgency;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which changes of a custom resource are worth a reconciliation: its spec, a request by a person,
/// its deletion (flux-api §0.3). Our own status writes are not.
final class Edges {

  private Edges() {}

  static <T> ResourceCache.Listener<T> to(
      Controllers controllers, String kind, Function<T, Metadata> metadata) {
    return (before, after) -> {
      @Nullable T shown = after == null ? before : after;
      if (shown == null) {
        return;
      }
      Metadata now = metadata.apply(shown);
      var key = new Key(kind, now.namespace(), now.name());
      if (before == null || after == null) {
        controllers.enqueue(key, Urgency.CHANGED, true);
        return;
      }
      Metadata then = metadata.apply(before);
      if (!then.requestedAt().equals(now.requestedAt())) {
        controllers.enqueue(key, Urgency.REQUESTED, true);
      } else if (then.generation() != now.generation()
          || then.deleting() != now.deleting()
          || !then.uid().equals(now.uid())) {
        controllers.enqueue(key, Urgency.CHANGED, true);
      }
    };
  }
}
