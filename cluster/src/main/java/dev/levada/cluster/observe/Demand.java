package dev.levada.cluster.observe;

import java.time.Duration;
import java.util.Optional;

/// Somebody's wish to know what is live of one kind. The kind is watched while at least one is
/// open.
public interface Demand extends AutoCloseable {

  /// Waits until what is live is known, which it is too where the server does not serve the kind.
  ///
  /// @return false where it is still not known after that time
  boolean awaitSynced(Duration longest);

  /// Why the kind cannot be seen at the moment; what is known of it may be old. Empty where it can.
  Optional<RuntimeException> trouble();

  /// The kind may be served now (its definition was applied), or the trouble be over: tries at
  /// once.
  void kick();

  /// The wish ends. A second call does nothing.
  @Override
  void close();
}
