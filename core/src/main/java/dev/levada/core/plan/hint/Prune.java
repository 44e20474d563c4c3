package dev.levada.core.plan.hint;

/// What happens to an object that left the inventory.
public sealed interface Prune {

  /// It is deleted.
  record Delete() implements Prune {}

  /// It stays.
  ///
  /// @param why the reason, as part of a sentence
  record Keep(String why) implements Prune {}
}
