package dev.levada.core.secret;

/// Somebody who holds master keys: a few bytes in memory, or a service far away.
@FunctionalInterface
public interface KeyService {

  /// What came of the attempt to open a data key.
  sealed interface Result {

    /// It is open.
    final class Opened implements Result {

      private final byte[] key;

      /// @param key the data key
      public Opened(byte[] key) {
        this.key = key.clone();
      }

      /// The data key.
      public byte[] key() {
        return key.clone();
      }
    }

    /// The master key is not here.
    record NotMine() implements Result {}

    /// It should have worked.
    ///
    /// @param why the reason, without anything secret in it
    record Refused(String why) implements Result {}
  }

  /// Tries to open a data key.
  Result unwrap(WrappedKey wrapped);
}
