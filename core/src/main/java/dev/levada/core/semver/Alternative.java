package dev.levada.core.semver;

import java.util.List;

/// Comparisons that must all hold.
///
/// @param comparators at least one
record Alternative(List<Comparator> comparators) {

  Alternative {
    comparators = List.copyOf(comparators);
  }

  boolean passes(Version version) {
    if (!version.prerelease().isEmpty() && !namesPrerelease()) {
      return false;
    }
    return comparators.stream().allMatch(comparator -> comparator.passes(version));
  }

  private boolean namesPrerelease() {
    return comparators.stream().anyMatch(comparator -> !comparator.bound().prerelease().isEmpty());
  }
}
