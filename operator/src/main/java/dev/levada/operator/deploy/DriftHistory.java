package dev.levada.operator.deploy;

import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.Change;
import dev.levada.core.plan.Entry;
import dev.levada.core.plan.drift.FieldChange;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Remembers which fields were put right of late. Where somebody changes the same field again and
/// again, putting it right at once each time would go on for ever: from the third time on it is
/// done more and more seldom, and told.
public final class DriftHistory {

  private static final int FIGHT = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration CALM = Duration.ofMinutes(11);
  private static final int MOST_DOUBLINGS = 8;
  private static final int MOST_REMEMBERED = 10_000;

  private final Map<Place, Streak> streaks = new LinkedHashMap<>(64, 0.75f, true);

  private record Place(String cluster, ObjectId id) {}

  private record Streak(Set<String> pointers, int times, Instant begun, Instant last) {

    Duration pause() {
      if (times < FIGHT) {
        return Duration.ZERO;
      }
      Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times - FIGHT, MOST_DOUBLINGS));
      return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    boolean goesOn(Set<String> now, Instant at) {
      return at.isBefore(last.plus(CALM)) && now.stream().anyMatch(pointers::contains);
    }
  }

  /// Takes down that an object was put right.
  ///
  /// @param cluster the cluster's name
  /// @return what to tell where it has become a fight
  synchronized Optional<String> corrected(String cluster, Entry entry, Instant now) {
    Set<String> pointers = pointers(entry.change());
    var place = new Place(cluster, entry.id());
    Streak before = streaks.get(place);
    Streak streak =
        before != null && before.goesOn(pointers, now)
            ? new Streak(pointers, before.times() + 1, before.begun(), now)
            : new Streak(pointers, 1, now, now);
    streaks.put(place, streak);
    if (streaks.size() > MOST_REMEMBERED) {
      streaks.remove(streaks.keySet().iterator().next());
    }
    return streak.times() < FIGHT ? Optional.empty() : Optional.of(told(entry, streak));
  }

  /// How long to leave an object alone that was found changed just now.
  synchronized Duration pause(String cluster, ObjectId id, Instant now) {
    Streak streak = streaks.get(new Place(cluster, id));
    if (streak == null) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(now, streak.last().plus(streak.pause()));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static String told(Entry entry, Streak streak) {
    return entry.id().subject()
        + ": "
        + String.join(", ", streak.pointers())
        + " was changed "
        + streak.times()
        + " times within "
        + Math.max(1, Duration.between(streak.begun(), streak.last()).toSeconds())
        + "s by "
        + by(entry.change())
        + " and put right each time; it is put right at most every "
        + streak.pause().toSeconds()
        + "s from now on. Let one of the two own the field: remove it from the source, or stop the"
        + " other from writing it";
  }

  private static Set<String> pointers(Change change) {
    return change instanceof Change.Configured configured
        ? configured.fields().stream().map(FieldChange::pointer).collect(Collectors.toSet())
        : Set.of("the object");
  }

  /// An object that was put right, as a line: what it was like, and who had done it.
  static String line(Entry entry) {
    return switch (entry.change()) {
      case Change.Configured configured ->
          entry.id().subject()
              + " changed by "
              + by(configured)
              + ": "
              + configured.fields().stream()
                  .map(FieldChange::text)
                  .collect(Collectors.joining("; "));
      case Change.Created _ -> entry.id().subject() + " had been deleted";
      default -> entry.text();
    };
  }

  private static String by(Change change) {
    return change instanceof Change.Configured(var _, String by) && !by.isEmpty() ? by : "someone";
  }
}
