package dev.levada.core.plan;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Everything that would happen to the objects of one deployment, in order, each with its why: what
/// the command line, a comment on a pull request and the page show.
///
/// @param stages what is applied, stage by stage
/// @param leaving what left the source, in the order in which it is deleted or kept
public record Plan(List<Planned> stages, List<Entry> leaving) {

  /// What would happen in one stage.
  ///
  /// @param kind which stage
  /// @param entries its objects, in the order in which they are applied
  public record Planned(Stage.Kind kind, List<Entry> entries) {

    /// Copies the entries.
    public Planned {
      entries = List.copyOf(entries);
    }
  }

  /// Copies the lists.
  public Plan {
    stages = List.copyOf(stages);
    leaving = List.copyOf(leaving);
  }

  /// All objects as a reader wants them: what is lost first, then what is refused, then the rest in
  /// the order of applying.
  public List<Entry> forReading() {
    List<Predicate<Change>> order =
        List.of(
            Change.Deleted.class::isInstance,
            Change.Replaced.class::isInstance,
            Change::isTrouble,
            change ->
                !(change instanceof Change.Deleted)
                    && !(change instanceof Change.Replaced)
                    && !change.isTrouble());
    return order.stream()
        .flatMap(which -> entries().filter(entry -> which.test(entry.change())))
        .toList();
  }

  private Stream<Entry> entries() {
    return Stream.concat(
        leaving.stream(), stages.stream().flatMap(stage -> stage.entries().stream()));
  }

  /// How many objects have such a change.
  public long count(Predicate<Change> which) {
    return entries().filter(entry -> which.test(entry.change())).count();
  }

  /// Whether the cluster would differ afterwards, or something cannot be applied.
  public boolean hasChanges() {
    return count(change -> change.isChange() || change.isTrouble()) > 0;
  }
}
