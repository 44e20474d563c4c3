package dev.levada.operator.update;

import dev.levada.operator.runtime.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Holds an automation back while more of its policies choose, so that images that come together go
/// in one commit. It waits until none has chosen for a moment, but never for long.
final class Gathering {

  static final Duration QUIET = Duration.ofMillis(500);
  static final Duration LONGEST = Duration.ofSeconds(20);

  private record Choices(Instant first, Instant last) {

    Instant due() {
      Instant quiet = last.plus(QUIET);
      Instant end = first.plus(LONGEST);
      return quiet.isBefore(end) ? quiet : end;
    }
  }

  private final Map<Key, Choices> pending = new ConcurrentHashMap<>();

  /// A policy of an automation has chosen.
  void chosen(Key automation, Instant now) {
    pending.merge(
        automation,
        new Choices(now, now),
        (before, fresh) -> new Choices(before.first(), fresh.last()));
  }

  /// How long an automation is to wait; zero where it may run, which ends the gathering.
  Duration left(Key automation, Instant now) {
    Choices still =
        pending.computeIfPresent(
            automation, (_, choices) -> choices.due().isAfter(now) ? choices : null);
    return still == null ? Duration.ZERO : Duration.between(now, still.due());
  }
}
