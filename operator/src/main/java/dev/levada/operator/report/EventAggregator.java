package dev.levada.operator.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Decides whether an event is new, repeats an earlier one, or is one too many for its object. The
/// figures are those of Kubernetes' own recorder: a burst of 25 events an object, then one every
/// five minutes; ten minutes make a repeat a new event.
final class EventAggregator {

  private static final int BURST = 25;
  private static final Duration REFILL = Duration.ofMinutes(5);
  private static final Duration REPEAT = Duration.ofMinutes(10);
  private static final int MOST_REMEMBERED = 4_096;

  /// What to do with an event.
  sealed interface Step {
    /// Create it under this name.
    record First(String name) implements Step {}

    /// Raise the count of the event of this name.
    record Again(String name, int count) implements Step {}

    /// Drop it.
    record TooMany() implements Step {}
  }

  private record Text(String uid, String reason, String message) {}

  private record Written(String name, int count, Instant last) {}

  private record Bucket(double tokens, Instant filled) {}

  private final Map<Text, Written> written = new Recent<>();
  private final Map<String, Bucket> buckets = new Recent<>();
  private final AtomicLong named = new AtomicLong(); // two events of one instant need two names

  /// Judges an event; called by one thread.
  Step next(Event event, Instant now) {
    if (!takes(event.object().uid(), now)) {
      return new Step.TooMany();
    }
    var text = new Text(event.object().uid(), event.reason().word(), event.message());
    Written before = written.get(text);
    if (before != null && before.last().plus(REPEAT).isAfter(now)) {
      written.put(text, new Written(before.name(), before.count() + 1, now));
      return new Step.Again(before.name(), before.count() + 1);
    }
    String name =
        event.object().name() + "." + Long.toHexString(nanos(now) + named.getAndIncrement());
    written.put(text, new Written(name, 1, now));
    return new Step.First(name);
  }

  private boolean takes(String uid, Instant now) {
    @Nullable Bucket bucket = buckets.get(uid);
    double tokens =
        bucket == null
            ? BURST
            : Math.min(
                BURST,
                bucket.tokens()
                    + (double) Duration.between(bucket.filled(), now).toMillis()
                        / REFILL.toMillis());
    buckets.put(uid, new Bucket(tokens < 1 ? tokens : tokens - 1, now));
    return tokens >= 1;
  }

  private static long nanos(Instant now) {
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  static String seconds(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// Forgets what was not touched for longest.
  private static final class Recent<K, V> extends LinkedHashMap<K, V> {

    Recent() {
      super(64, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MOST_REMEMBERED;
    }
  }
}
