package dev.levada.cluster.apply;

import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.Applied;
import dev.levada.cluster.access.ApplyOptions;
import dev.levada.cluster.access.Deletion;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.cluster.observe.LiveObjects;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.Change;
import dev.levada.core.plan.ChangeSet;
import dev.levada.core.plan.Entry;
import dev.levada.core.plan.Stage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Applies one stage of a plan: first a dry run of every object, then those that differ (flux-api
/// §2.3).
public final class Applier {

  private static final int SERVER_ERROR = 500;

  private final KubeClient client;
  private final Trial trial;
  private final Settled settled;
  private final Termination termination;
  private final ApplyRules rules;

  /// @param client the cluster, as the account that applies
  /// @param discovery which kinds there are
  /// @param objects what is live
  /// @param settled what earlier applies led to
  /// @param rules as which manager, and how
  public Applier(
      KubeClient client,
      Discovery discovery,
      LiveObjects objects,
      Settled settled,
      ApplyRules rules) {
    this.client = client;
    this.trial = new Trial(client, discovery, Seen.of(objects), settled, rules);
    this.settled = settled;
    this.termination = new Termination(client, objects);
    this.rules = rules;
  }

  /// Applies a stage as a whole or not at all.
  ///
  /// @param stage its objects, in order
  /// @param terms what the user has laid down for all objects
  /// @param ahead is told what is going to be written, before the first write
  /// @return what was done, object by object
  /// @throws FailureException where the server refuses objects in the dry run (then nothing of the
  ///   stage was written, and the message names them all), or later (then it says what was written)
  public ChangeSet apply(Stage stage, Terms terms, Ahead ahead) throws InterruptedException {
    List<Wanted> wanted = terms.wanted(stage);
    List<Step> steps = trial(wanted, terms.force(), true);
    refuse(complete(wanted, terms.force(), steps));
    announce(wanted, steps, new Blocks(Set.of()), ahead);
    var done = new ArrayList<Entry>();
    for (int i = 0; i < wanted.size(); i++) {
      Change change =
          steps.get(i) instanceof Step.Attempt
              ? attempt(wanted.get(i), ahead)
              : act(wanted.get(i), steps.get(i), done);
      done.add(new Entry(wanted.get(i).manifest().id(), change));
    }
    return new ChangeSet(done);
  }

  /// Applies whatever of a stage can be applied: an object that is refused holds up only those that
  /// need it.
  ///
  /// @param stage its objects, in order
  /// @param terms what the user has laid down for all objects
  /// @param troubled the objects of earlier stages that could not be applied
  /// @param ahead is told what is going to be written, before the first write
  /// @return what was done, refused or blocked, object by object
  public ChangeSet applyIndependently(Stage stage, Terms terms, Set<ObjectId> troubled, Ahead ahead)
      throws InterruptedException {
    List<Wanted> wanted = terms.wanted(stage);
    List<Step> steps = trial(wanted, terms.force(), false);
    var blocks = new Blocks(troubled);
    for (int i = 0; i < wanted.size(); i++) {
      if (steps.get(i) instanceof Step.Refuse) {
        blocks.add(wanted.get(i).manifest().id());
      }
    }
    blocks.spread(stage.manifests());
    announce(wanted, steps, blocks, ahead);
    var done = new ArrayList<Entry>();
    for (int i = 0; i < wanted.size(); i++) {
      Change change = actAlone(wanted.get(i), steps.get(i), blocks);
      done.add(new Entry(wanted.get(i).manifest().id(), change));
    }
    return new ChangeSet(done);
  }

  /// What is to be done with each object. Only those of which that is not known are asked about.
  ///
  /// @param sparing whether the first of those may go without a dry run
  private List<Step> trial(List<Wanted> wanted, boolean force, boolean sparing)
      throws InterruptedException {
    List<Optional<Step>> known = wanted.stream().map(trial::known).toList();
    List<Integer> open =
        IntStream.range(0, known.size()).filter(i -> known.get(i).isEmpty()).boxed().toList();
    Iterator<Step> answers =
        Parallel.map(
                open,
                rules.parallel(),
                place ->
                    sparing && place.equals(open.getFirst())
                        ? trial.first(wanted.get(place), force)
                        : trial.tried(wanted.get(place), force))
            .iterator();
    return known.stream().map(step -> step.orElseGet(answers::next)).toList();
  }

  /// Where another object is refused, the one that went without a dry run has its own too: all
  /// refusals are told at once.
  private List<Step.Refuse> complete(List<Wanted> wanted, boolean force, List<Step> steps) {
    boolean refused = steps.stream().anyMatch(Step.Refuse.class::isInstance);
    var refusals = new ArrayList<Step.Refuse>();
    for (int i = 0; refused && i < steps.size(); i++) {
      Step step =
          steps.get(i) instanceof Step.Attempt ? trial.tried(wanted.get(i), force) : steps.get(i);
      if (step instanceof Step.Refuse refuse) {
        refusals.add(refuse);
      }
    }
    return refusals;
  }

  /// An answer of 500 or more does not tell whether the object is there, so it stays announced.
  private Change attempt(Wanted wanted, Ahead ahead) {
    try {
      return create(wanted);
    } catch (ApiError e) {
      if (e.code() < SERVER_ERROR) {
        ahead.refused();
        refuse(List.of(Refusals.dryRun(wanted.manifest(), e)));
      }
      throw failed(wanted.manifest(), e, List.of());
    }
  }

  private static void announce(List<Wanted> wanted, List<Step> steps, Blocks blocks, Ahead ahead)
      throws InterruptedException {
    var written = new ArrayList<Manifest>();
    for (int i = 0; i < wanted.size(); i++) {
      Manifest manifest = wanted.get(i).manifest();
      boolean writes = !(steps.get(i) instanceof Step.Leave || steps.get(i) instanceof Step.Refuse);
      if (writes && blocks.blocker(manifest.id()).isEmpty()) {
        written.add(manifest);
      }
    }
    if (!written.isEmpty()) {
      ahead.writing(written);
    }
  }

  private static void refuse(List<Step.Refuse> refused) {
    if (refused.isEmpty()) {
      return;
    }
    var failure =
        new Failure.Retrying(
            Reason.RECONCILIATION_FAILED,
            refused.stream().map(Step.Refuse::message).collect(Collectors.joining("\n")),
            refused.stream()
                .map(Step.Refuse::fix)
                .filter(fix -> !fix.isEmpty())
                .distinct()
                .collect(Collectors.joining(". ")));
    throw new FailureException(failure, refused.getFirst().cause().orElse(null));
  }

  private Change actAlone(Wanted wanted, Step step, Blocks blocks) throws InterruptedException {
    Manifest desired = wanted.manifest();
    Optional<ObjectId> blocker = blocks.blocker(desired.id());
    if (blocker.isPresent()) {
      return new Change.Blocked(blocker.get());
    }
    if (step instanceof Step.Refuse refuse) {
      return new Change.Refused(refuse.message(), refuse.fix());
    }
    try {
      return perform(wanted, step);
    } catch (ApiError e) {
      blocks.add(desired.id());
      return new Change.Refused(Refusals.apply(desired, e), Refusals.fix(desired, e));
    }
  }

  private Change act(Wanted wanted, Step step, List<Entry> done) throws InterruptedException {
    try {
      return perform(wanted, step);
    } catch (ApiError e) {
      throw failed(wanted.manifest(), e, done);
    }
  }

  private Change perform(Wanted wanted, Step step) throws InterruptedException {
    return switch (step) {
      case Step.Leave leave -> leave.change();
      case Step.Create _, Step.Attempt _ -> create(wanted);
      case Step.Configure configure -> {
        send(wanted, configure.sent());
        yield new Change.Configured(configure.changes(), configure.by());
      }
      case Step.Replace replace -> {
        replace(wanted);
        yield new Change.Replaced(replace.why());
      }
      case Step.Refuse refuse -> throw new AssertionError("refused before: " + refuse.message());
    };
  }

  private Change create(Wanted wanted) {
    return send(wanted, wanted.manifest())
        ? new Change.Created()
        : new Change.Configured(List.of(), ""); // somebody has created it meanwhile
  }

  /// Whether the object is new by it.
  private boolean send(Wanted wanted, Manifest sent) {
    ObjectId id = sent.id();
    settled.writing(id);
    try {
      Applied applied =
          client.apply(
              trial.type(sent),
              id.namespace(),
              id.name(),
              Json.bytes(sent.root()),
              new ApplyOptions(rules.manager(), true, false));
      trial.settle(wanted, applied.object());
      return applied.created();
    } finally {
      settled.written(id);
    }
  }

  private void replace(Wanted wanted) throws InterruptedException {
    Manifest desired = wanted.manifest();
    ResourceType type = trial.type(desired);
    client.delete(type, desired.namespace(), desired.name(), new Deletion("Background", ""));
    termination.await(type, desired.id());
    send(wanted, desired);
  }

  private static FailureException failed(Manifest desired, ApiError e, List<Entry> done) {
    String before = new ChangeSet(done).changedLines().replace("\n", ", ");
    return FailureException.retrying(
        Reason.RECONCILIATION_FAILED,
        Refusals.apply(desired, e) + (before.isEmpty() ? "" : ". Applied before it: " + before),
        Refusals.fix(desired, e),
        e);
  }
}
