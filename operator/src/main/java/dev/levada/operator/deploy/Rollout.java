package dev.levada.operator.deploy;

import dev.levada.api.Kustomization;
import dev.levada.cluster.apply.Terms;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.Change;
import dev.levada.core.plan.ChangeSet;
import dev.levada.core.plan.Entry;
import dev.levada.core.plan.Stage;
import dev.levada.core.plan.Stages;
import dev.levada.core.plan.fields.GroupKind;
import dev.levada.core.plan.inventory.Inventory;
import dev.levada.operator.desired.ObjectTerms;
import dev.levada.operator.desired.Rendering;
import dev.levada.operator.destination.Target;
import dev.levada.operator.journal.Journal;
import dev.levada.operator.report.KustomizationNews;
import dev.levada.operator.report.KustomizationReport;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.Run;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Applies what was rendered, stage by stage; definitions and classes must be ready before what
/// needs them is sent.
public final class Rollout {

  private static final Duration LONGEST_STAGE = Duration.ofSeconds(60);
  private static final String MODE = "levada.dev/apply";

  private final HealthWait health;
  private final Journal journal;
  private final KustomizationReport report;
  private final KustomizationNews news;
  private final DriftHistory drifts;
  private final Set<GroupKind> customStages;
  private final Clock clock;

  /// @param health waits for a stage to be ready
  /// @param journal takes down ahead what will be in the cluster
  /// @param report does so where that is much
  /// @param news tells what was done
  /// @param drifts remembers what was put right
  /// @param customStages kinds that are applied before the rest
  /// @param clock tells when it was
  public Rollout(
      HealthWait health,
      Journal journal,
      KustomizationReport report,
      KustomizationNews news,
      DriftHistory drifts,
      Set<GroupKind> customStages,
      Clock clock) {
    this.customStages = Set.copyOf(customStages);
    this.health = health;
    this.journal = journal;
    this.report = report;
    this.news = news;
    this.drifts = drifts;
    this.clock = clock;
  }

  /// One deployment's objects on their way.
  ///
  /// @param object whose they are
  /// @param key its key
  /// @param target where they go
  /// @param desired the objects
  /// @param drift whether whatever is to be changed was changed behind our back
  record Work(
      Kustomization object, Key key, Target target, Rendering.Desired desired, boolean drift) {

    /// Whether one object that is refused does not hold up the others.
    boolean isIndependent() {
      return "independent".equals(object.metadata().annotations().get(MODE));
    }
  }

  /// Applies all stages.
  ///
  /// @return what was done; nothing where something newer came up
  Optional<ChangeSet> apply(Work work, Progress progress, Run run) throws InterruptedException {
    Inventory before = journal.known(work.object().metadata(), work.object().status());
    progress.reach(attempt -> attempt.holding(before));
    Terms terms = ObjectTerms.of(work.object());
    work.target().cluster().kinds().hold(work.key(), work.desired().manifests());
    var done = new ArrayList<Entry>();
    for (Stage stage : Stages.of(work.desired().manifests(), customStages)) {
      ChangeSet changes = applyStage(work, terms, stage, troubled(done), progress);
      done.addAll(changes.entries());
      if (stage.waits() && changes.hasChanges() && !awaitStage(work, changes, run)) {
        return Optional.empty();
      }
    }
    refuseTroubled(done);
    return Optional.of(new ChangeSet(done));
  }

  private ChangeSet applyStage(
      Work work, Terms terms, Stage stage, Set<ObjectId> troubled, Progress progress)
      throws InterruptedException {
    Inventory held = progress.attempt().inventory().orElse(Inventory.EMPTY);
    var ahead = new Forecast(journal, report, work.object(), held, progress);
    ChangeSet changes =
        work.isIndependent()
            ? work.target().applier().applyIndependently(stage, terms, troubled, ahead)
            : work.target().applier().apply(stage, terms, ahead);
    news.applied(work.object(), progress.attempt(), changes);
    if (work.drift() && changes.hasChanges()) {
      tellDrift(work, changes, progress);
    }
    return changes;
  }

  private void tellDrift(Work work, ChangeSet changes, Progress progress) {
    List<Entry> drifted =
        changes.entries().stream().filter(entry -> entry.change().isChange()).toList();
    news.corrected(
        work.object(), progress.attempt(), drifted.stream().map(DriftHistory::line).toList());
    for (Entry entry : drifted) {
      drifts
          .corrected(work.target().cluster().name(), entry, clock.instant())
          .ifPresent(fight -> news.fought(work.object(), progress.attempt(), fight));
    }
  }

  private boolean awaitStage(Work work, ChangeSet changes, Run run) throws InterruptedException {
    Set<ObjectId> ids = applied(changes);
    boolean ready = health.awaitStage(work.target(), ids, LONGEST_STAGE, run);
    work.target().cluster().discovery().invalidate();
    // there may be kinds now that were not there before
    work.target().cluster().kinds().hold(work.key(), work.desired().manifests());
    return ready;
  }

  /// The objects that are as wanted now: neither skipped nor in trouble.
  static Set<ObjectId> applied(ChangeSet changes) {
    return changes.entries().stream()
        .filter(entry -> !(entry.change() instanceof Change.Skipped) && !entry.change().isTrouble())
        .map(Entry::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<ObjectId> troubled(List<Entry> done) {
    return done.stream()
        .filter(entry -> entry.change().isTrouble())
        .map(Entry::id)
        .collect(Collectors.toSet());
  }

  private static void refuseTroubled(List<Entry> done) {
    List<Entry> troubled = done.stream().filter(entry -> entry.change().isTrouble()).toList();
    if (troubled.isEmpty()) {
      return;
    }
    String what =
        troubled.stream()
            .map(entry -> entry.id().subject() + " (" + entry.change().why() + ")")
            .collect(Collectors.joining(", "));
    String fixes =
        troubled.stream()
            .map(entry -> entry.change() instanceof Change.Refused refused ? refused.fix() : "")
            .filter(fix -> !fix.isEmpty())
            .distinct()
            .collect(Collectors.joining(". "));
    throw FailureException.retrying(
        Reason.RECONCILIATION_FAILED,
        done.size() - troubled.size() + " of " + done.size() + " applied; blocked: " + what,
        fixes);
  }
}
