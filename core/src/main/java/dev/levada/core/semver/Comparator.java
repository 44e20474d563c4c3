package dev.levada.core.semver;

/// One comparison of a range, such as `>=1.2` or `~1.x`.
///
/// @param operator how to compare
/// @param bound what to compare with; parts left out are zero
/// @param wild the first part that was left out or is a wildcard
record Comparator(Operator operator, Version bound, Wild wild) {

  /// The operators; the Masterminds aliases are read as these.
  enum Operator {
    EQUAL,
    NOT_EQUAL,
    GREATER,
    LESS,
    AT_LEAST,
    AT_MOST,
    TILDE,
    CARET
  }

  /// How much of a bound is open.
  enum Wild {
    NOTHING,
    EVERYTHING,
    FROM_MINOR,
    FROM_PATCH
  }

  /// Whether a version passes, prereleases not considered.
  boolean passes(Version version) {
    return switch (operator) {
      case EQUAL -> wild == Wild.NOTHING ? version.compareTo(bound) == 0 : tilde(version);
      case NOT_EQUAL -> notEqual(version);
      case GREATER -> greater(version);
      case LESS -> version.compareTo(bound) < 0;
      case AT_LEAST -> version.compareTo(bound) >= 0;
      case AT_MOST -> atMost(version);
      case TILDE -> tilde(version);
      case CARET -> caret(version);
    };
  }

  private boolean notEqual(Version version) {
    if (wild == Wild.NOTHING) {
      return version.compareTo(bound) != 0;
    }
    if (version.major() != bound.major()) {
      return true;
    }
    if (wild == Wild.FROM_MINOR) {
      return false;
    }
    if (version.minor() != bound.minor()) {
      return true;
    }
    return wild != Wild.FROM_PATCH && version.patch() != bound.patch();
  }

  private boolean greater(Version version) {
    return switch (wild) {
      case NOTHING, EVERYTHING -> version.compareTo(bound) > 0;
      case FROM_MINOR -> Long.compareUnsigned(version.major(), bound.major()) > 0;
      case FROM_PATCH ->
          Long.compareUnsigned(version.major(), bound.major()) > 0
              || (version.major() == bound.major()
                  && Long.compareUnsigned(version.minor(), bound.minor()) > 0);
    };
  }

  private boolean atMost(Version version) {
    if (wild == Wild.NOTHING) {
      return version.compareTo(bound) <= 0;
    }
    if (version.major() != bound.major()) {
      return Long.compareUnsigned(version.major(), bound.major()) < 0;
    }
    return wild == Wild.FROM_MINOR || Long.compareUnsigned(version.minor(), bound.minor()) <= 0;
  }

  private boolean tilde(Version version) {
    if (version.compareTo(bound) < 0) {
      return false;
    }
    // `~0.0.0` means any version, as a lone wildcard does.
    if (isZero() && (wild == Wild.NOTHING || wild == Wild.EVERYTHING)) {
      return true;
    }
    return version.major() == bound.major()
        && (version.minor() == bound.minor() || wild == Wild.FROM_MINOR);
  }

  private boolean caret(Version version) {
    if (version.compareTo(bound) < 0) {
      return false;
    }
    if (bound.major() != 0 || wild == Wild.FROM_MINOR) {
      return version.major() == bound.major();
    }
    if (version.major() != 0) {
      return false;
    }
    if (bound.minor() != 0 || wild == Wild.FROM_PATCH) {
      return version.minor() == bound.minor();
    }
    return version.minor() == 0 && version.patch() == bound.patch();
  }

  private boolean isZero() {
    return bound.major() == 0 && bound.minor() == 0 && bound.patch() == 0;
  }
}
