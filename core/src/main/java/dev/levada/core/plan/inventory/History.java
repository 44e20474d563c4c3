package dev.levada.core.plan.inventory;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.plan.fields.PodSpecs;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a deployment did lately, newest first, as its status keeps it. flux-api.md §0.3.
///
/// @param snapshots at most five
public record History(List<Snapshot> snapshots) {

  private static final int LIMIT = 5;

  /// @param snapshots newest first; those beyond five are forgotten
  public History {
    snapshots = snapshots.stream().limit(LIMIT).toList();
  }

  /// Reads `status.history`.
  ///
  /// @param status the field's value; null where there is none
  public static History read(@Nullable Node status) {
    return status instanceof Sequence entries
        ? new History(PodSpecs.mappings(entries).stream().map(Snapshot::read).toList())
        : new History(List.of());
  }

  /// The history after one more reconciliation. One that applied the same objects and ended the
  /// same way as an earlier one is counted with it, and comes to the front.
  ///
  /// @param digest the digest of the applied objects, as `sha256:…`
  /// @param status the reason with which it ended
  /// @param end when it ended; kept to the second
  /// @param took how long it took
  /// @param metadata its `revision` and, where known, `originRevision`
  public History add(
      String digest, String status, Instant end, Duration took, Map<String, String> metadata) {
    String time = end.truncatedTo(ChronoUnit.SECONDS).toString();
    var newest = new Snapshot(digest, time, time, DurationText.of(took), status, 1, metadata);
    var all = new ArrayList<Snapshot>();
    for (Snapshot snapshot : snapshots) {
      if (snapshot.isSameAs(newest)) {
        newest = newest.after(snapshot);
      } else {
        all.add(snapshot);
      }
    }
    all.addFirst(newest);
    return new History(all);
  }

  /// The value of `status.history`.
  public Sequence toStatus() {
    List<Mapping> entries = snapshots.stream().map(Snapshot::toStatus).toList();
    return new Sequence(entries);
  }
}
