package dev.levada.fetch.remote;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/// Which repositories of a cache were used last: those that were not among the last ones may go.
final class RecentRepositories {

  private final int most;
  private final SequencedSet<String> keys = new LinkedHashSet<>();

  /// @param most how many are kept
  RecentRepositories(int most) {
    this.most = most;
  }

  /// Takes note that a repository is used now.
  ///
  /// @return the one that may go in return
  synchronized Optional<String> use(String key) {
    keys.addLast(key);
    return keys.size() > most ? Optional.of(keys.removeFirst()) : Optional.empty();
  }
}
