package dev.levada.cluster.apply;

import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.Applied;
import dev.levada.cluster.access.ApplyOptions;
import dev.levada.cluster.access.Deletion;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.cluster.observe.LiveObjects;
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
import java.util.stream.Collectors;

/// Applies one stage of a plan: first a dry run of every object, then, only if the server takes
/// them all, the ones that differ (flux-api §2.3).
public final class Applier {

  private final KubeClient client;
  private final Discovery discovery;
  private final Trial trial;
  private final Termination termination;
  private final String manager;
  private final int parallel;

  /// @param client the cluster, as the account that applies
  /// @param discovery which kinds there are
  /// @param objects what is live
  /// @param settled what earlier applies led to
  /// @param manager the field manager
  /// @param parallel how many objects of one stage are sent at once
  public Applier(
      KubeClient client,
      Discovery discovery,
      LiveObjects objects,
      Settled settled,
      String manager,
      int parallel) {
    this.client = client;
    this.discovery = discovery;
    this.trial = new Trial(client, discovery, objects, settled, manager);
    this.termination = new Termination(client, objects);
    this.manager = manager;
    this.parallel = parallel;
  }

  /// Applies a stage.
  ///
  /// @param stage its objects, in order
  /// @param force whether an object may be made anew where a field of it cannot be changed
  /// @return what was done, object by object
  /// @throws FailureException where the server refuses an object in the dry run (then nothing of
  ///   the stage was written), or later (then the message says what was)
  public ChangeSet apply(Stage stage, boolean force) throws InterruptedException {
    List<Manifest> manifests = stage.manifests();
    List<Step> steps = Parallel.map(manifests, parallel, manifest -> trial.judge(manifest, force));
    refuse(steps);
    var done = new ArrayList<Entry>();
    for (int i = 0; i < manifests.size(); i++) {
      done.add(new Entry(manifests.get(i).id(), act(manifests.get(i), steps.get(i), done)));
    }
    return new ChangeSet(done);
  }

  private static void refuse(List<Step> steps) {
    List<Step.Refuse> refused =
        steps.stream().filter(Step.Refuse.class::isInstance).map(Step.Refuse.class::cast).toList();
    if (refused.isEmpty()) {
      return;
    }
    throw FailureException.retrying(
        Reason.RECONCILIATION_FAILED,
        refused.stream().map(Step.Refuse::message).collect(Collectors.joining("\n")),
        refused.stream()
            .map(Step.Refuse::fix)
            .filter(fix -> !fix.isEmpty())
            .distinct()
            .collect(Collectors.joining(". ")));
  }

  private Change act(Manifest desired, Step step, List<Entry> done) throws InterruptedException {
    try {
      return switch (step) {
        case Step.Leave leave -> leave.change();
        case Step.Create _ -> {
          send(desired);
          yield new Change.Created();
        }
        case Step.Configure configure -> {
          send(desired);
          yield new Change.Configured(configure.changes());
        }
        case Step.Replace replace -> {
          replace(desired);
          yield new Change.Replaced(replace.why());
        }
        case Step.Refuse refuse -> throw new AssertionError("refused before: " + refuse.message());
      };
    } catch (ApiError e) {
      throw failed(desired, e, done);
    }
  }

  private void send(Manifest desired) {
    ObjectId id = desired.id();
    Applied applied =
        client.apply(
            type(desired),
            id.namespace(),
            id.name(),
            Json.bytes(desired.root()),
            new ApplyOptions(manager, true, false));
    trial.settle(desired, applied.object());
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
        desired.id().subject()
            + " apply failed ("
            + e.reason()
            + "): "
            + e.getMessage()
            + (before.isEmpty() ? "" : ". Applied before it: " + before),
        Refusals.fix(desired, e),
        e);
  }
}
