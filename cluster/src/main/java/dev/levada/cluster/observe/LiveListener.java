package dev.levada.cluster.observe;

import dev.levada.core.manifest.ObjectId;
import org.jspecify.annotations.Nullable;

/// Hears of changes to live objects, for whoever waits for one or guards against drift.
@FunctionalInterface
public interface LiveListener {

  /// An object changed. Of several changes in a row only the last may be told; the last always is.
  ///
  /// @param id which object
  /// @param live its new state; null where it is gone
  void changed(ObjectId id, @Nullable Live live);
}
