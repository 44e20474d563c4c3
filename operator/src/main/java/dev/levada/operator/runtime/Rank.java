package dev.levada.operator.runtime;

/// The order in which a lane gives its permits: the urgencies, and between them runs that come back
/// from a wait, which are half done already.
enum Rank {
  REQUESTED,
  RESUMED,
  CHANGED,
  PERIODIC;

  static Rank of(Urgency urgency) {
    return switch (urgency) {
      case REQUESTED -> REQUESTED;
      case CHANGED -> CHANGED;
      case PERIODIC -> PERIODIC;
    };
  }
}
