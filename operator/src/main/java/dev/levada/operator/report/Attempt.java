package dev.levada.operator.report;

import dev.levada.core.plan.inventory.Inventory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How far one reconciliation of a Kustomization has come: what a report can say even where it did
/// not come to the end.
///
/// @param run the run's id, for the log
/// @param started when it began
/// @param revision the source's revision; empty before the source is known
/// @param inventory what is, or may be, in the cluster by now; empty where nothing was touched
/// @param digest digest of the rendered manifests; empty before they are rendered
/// @param checkedFor how long health was waited for; empty where it was not
public record Attempt(
    String run,
    Instant started,
    String revision,
    Optional<Inventory> inventory,
    String digest,
    Optional<Duration> checkedFor) {

  /// An attempt that begins.
  public static Attempt begun(String run, Instant now) {
    return new Attempt(run, now, "", Optional.empty(), "", Optional.empty());
  }

  /// The same with its revision known.
  public Attempt at(String revision) {
    return new Attempt(run, started, revision, inventory, digest, checkedFor);
  }

  /// The same with what is in the cluster.
  public Attempt holding(Inventory inventory) {
    return new Attempt(run, started, revision, Optional.of(inventory), digest, checkedFor);
  }

  /// The same with the digest of what was rendered.
  public Attempt rendered(String digest) {
    return new Attempt(run, started, revision, inventory, digest, checkedFor);
  }

  /// The same with the time that health was waited for.
  public Attempt checked(Duration took) {
    return new Attempt(run, started, revision, inventory, digest, Optional.of(took));
  }
}
