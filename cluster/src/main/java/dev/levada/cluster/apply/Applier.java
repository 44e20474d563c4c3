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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Applies one stage of a plan: first a dry run of every object, then those that differ (flux-api
/// §2.3).
public final class Applier {

  private final KubeClient client;
  private final Discovery discovery;
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
    this.discovery = discovery;
    this.trial = new Trial(client, discovery, Seen.of(objects), settled, rules);
    this.settled = settled;
    this.termination = new Termination(client, objects);
    this.rules = rules;
  }

  /// Applies a stage as a whole or not at all.
  ///
  /// @param stage its objects, in order
  /// @param force whether an object may be made anew where a field of it cannot be changed
  /// @param ahead is told what is going to be written, before the first write
  /// @return what was done, object by object
  /// @throws FailureException where the server refuses objects in the dry run (then nothing of the
  ///   stage was written, and the message names them all), or later (then it says what was written)
  public ChangeSet apply(Stage stage, boolean force, Consumer<List<Manifest>> ahead)
      throws InterruptedException {
    List<Manifest> manifests = stage.manifests();
    List<Step> steps = trial(manifests, force);
    refuse(steps);
    announce(manifests, steps, new Blocks(Set.of()), ahead);
    var done = new ArrayList<Entry>();
    for (int i = 0; i < manifests.size(); i++) {
      done.add(new Entry(manifests.get(i).id(), act(manifests.get(i), steps.get(i), done)));
    }
    return new ChangeSet(done);
  }

  /// Applies whatever of a stage can be applied: an object that is refused holds up only those that
  /// need it.
  ///
  /// @param stage its objects, in order
  /// @param force whether an object may be made anew where a field of it cannot be changed
  /// @param troubled the objects of earlier stages that could not be applied
  /// @param ahead is told what is going to be written, before the first write
  /// @return what was done, refused or blocked, object by object
  public ChangeSet applyIndependently(
      Stage stage, boolean force, Set<ObjectId> troubled, Consumer<List<Manifest>> ahead)
      throws InterruptedException {
    List<Manifest> manifests = stage.manifests();
    List<Step> steps = trial(manifests, force);
    var blocks = new Blocks(troubled);
    for (int i = 0; i < manifests.size(); i++) {
      if (steps.get(i) instanceof Step.Refuse) {
        blocks.add(manifests.get(i).id());
      }
    }
    blocks.spread(manifests);
    announce(manifests, steps, blocks, ahead);
    var done = new ArrayList<Entry>();
    for (int i = 0; i < manifests.size(); i++) {
      Change change = actAlone(manifests.get(i), steps.get(i), blocks);
      done.add(new Entry(manifests.get(i).id(), change));
    }
    return new ChangeSet(done);
  }

  private List<Step> trial(List<Manifest> manifests, boolean force) throws InterruptedException {
    return Parallel.map(manifests, rules.parallel(), manifest -> trial.judge(manifest, force));
  }

  private static void announce(
      List<Manifest> manifests, List<Step> steps, Blocks blocks, Consumer<List<Manifest>> ahead) {
    var written = new ArrayList<Manifest>();
    for (int i = 0; i < manifests.size(); i++) {
      boolean writes = !(steps.get(i) instanceof Step.Leave || steps.get(i) instanceof Step.Refuse);
      if (writes && blocks.blocker(manifests.get(i).id()).isEmpty()) {
        written.add(manifests.get(i));
      }
    }
    if (!written.isEmpty()) {
      ahead.accept(written);
    }
  }

  private static void refuse(List<Step> steps) {
    List<Step.Refuse> refused =
        steps.stream().filter(Step.Refuse.class::isInstance).map(Step.Refuse.class::cast).toList();
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

  private Change actAlone(Manifest desired, Step step, Blocks blocks) throws InterruptedException {
    Optional<ObjectId> blocker = blocks.blocker(desired.id());
    if (blocker.isPresent()) {
      return new Change.Blocked(blocker.get());
    }
    if (step instanceof Step.Refuse refuse) {
      return new Change.Refused(refuse.message(), refuse.fix());
    }
    try {
      return perform(desired, step);
    } catch (ApiError e) {
      blocks.add(desired.id());
      return new Change.Refused(Refusals.apply(desired, e), Refusals.fix(desired, e));
    }
  }

  private Change act(Manifest desired, Step step, List<Entry> done) throws InterruptedException {
    try {
      return perform(desired, step);
    } catch (ApiError e) {
      throw failed(desired, e, done);
    }
  }

  private Change perform(Manifest desired, Step step) throws InterruptedException {
    return switch (step) {
      case Step.Leave leave -> leave.change();
      case Step.Create _ -> {
        send(desired);
        yield new Change.Created();
      }
      case Step.Configure configure -> {
        send(desired);
        yield new Change.Configured(configure.changes(), configure.by());
      }
      case Step.Replace replace -> {
        replace(desired);
        yield new Change.Replaced(replace.why());
      }
      case Step.Refuse refuse -> throw new AssertionError("refused before: " + refuse.message());
    };
  }

  private void send(Manifest desired) {
    ObjectId id = desired.id();
    settled.writing(id);
    try {
      Applied applied =
          client.apply(
              type(desired),
              id.namespace(),
              id.name(),
              Json.bytes(desired.root()),
              new ApplyOptions(rules.manager(), true, false));
      trial.settle(desired, applied.object());
    } finally {
      settled.written(id);
    }
  }

  private void replace(Manifest desired) throws InterruptedException {
    ResourceType type = type(desired);
    client.delete(type, desired.namespace(), desired.name(), new Deletion("Background", ""));
    termination.await(type, desired.id());
    send(desired);
  }

  private ResourceType type(Manifest desired) {
    return discovery
        .find(desired.type())
        .orElseThrow(() ->
            FailureException.retrying(
                Reason.RECONCILIATION_FAILED,
                Refusals.unknownKind(desired).message(),
                Refusals.unknownKind(desired).fix()));
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
