package dev.levada.operator.runtime;

/// Who goes first when a kind has more to do than it may do at once; the first constant goes first.
/// Nobody starves: whoever was passed over often enough is next.
public enum Urgency {
  /// A person asked and looks at the screen.
  REQUESTED,
  /// Something that the object depends on, or the object itself, changed.
  CHANGED,
  /// Its time has come.
  PERIODIC;

  /// The more urgent of both.
  Urgency or(Urgency other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
