package dev.levada.cluster.apply;

import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.Applied;
import dev.levada.cluster.access.ApplyOptions;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.PatchKind;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.cluster.observe.LastWriter;
import dev.levada.cluster.observe.Live;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.plan.Change;
import dev.levada.core.plan.ImmutableRefusal;
import dev.levada.core.plan.drift.Concession;
import dev.levada.core.plan.drift.Drift;
import dev.levada.core.plan.drift.FieldChange;
import dev.levada.core.plan.fields.ManagerCleanup;
import dev.levada.core.plan.fields.OwnedFields;
import dev.levada.core.plan.hint.ForceRule;
import dev.levada.core.plan.hint.SkipRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds out what applying one object would do. Where the watch shows that it would do nothing,
/// without a request; else by a dry run.
final class Trial {

  private final KubeClient client;
  private final Discovery discovery;
  private final Seen seen;
  private final Settled settled;
  private final ApplyRules rules;

  Trial(KubeClient client, Discovery discovery, Seen seen, Settled settled, ApplyRules rules) {
    this.client = client;
    this.discovery = discovery;
    this.seen = seen;
    this.settled = settled;
    this.rules = rules;
  }

  Step judge(Wanted wanted, boolean force) {
    return known(wanted).orElseGet(() -> tried(wanted, force));
  }

  /// The answer that needs no request, if there is one.
  Optional<Step> known(Wanted wanted) {
    Manifest desired = wanted.manifest();
    Optional<ResourceType> type = discovery.find(desired.type());
    if (type.isEmpty()) {
      return Optional.of(Refusals.unknownKind(desired));
    }
    if (type.get().namespaced() && desired.namespace().isEmpty()) {
      return Optional.of(Refusals.noNamespace(desired));
    }
    Optional<Live> live = seen.find(desired.id());
    if (live.isPresent()
        && !live.get().cleanupNeeded()
        && settled.matches(desired.id(), wanted.fingerprint(), live.get().fingerprint())) {
      return Optional.of(new Step.Leave(new Change.Unchanged()));
    }
    return SkipRule.why(desired, null).map(why -> new Step.Leave(new Change.Skipped(why)));
  }

  /// The answer for the first object of a stage that is not known: where it does not exist, the dry
  /// run is spared. Somebody may create it between the two requests anyway, so the server's cache
  /// is good enough.
  Step first(Wanted wanted, boolean force) {
    return seen.find(wanted.manifest().id()).isEmpty() && isAbsent(wanted.manifest())
        ? new Step.Attempt()
        : tried(wanted, force);
  }

  private boolean isAbsent(Manifest desired) {
    try {
      return !client.isCached(type(desired), desired.namespace(), desired.name());
    } catch (ApiError unreadable) {
      return false; // the dry run says what is wrong
    }
  }

  /// The answer that a dry run gives.
  Step tried(Wanted wanted, boolean force) {
    return dryRun(type(wanted.manifest()), wanted, force);
  }

  /// The type of an object whose kind is known.
  ResourceType type(Manifest desired) {
    return discovery
        .find(desired.type())
        .orElseThrow(() ->
            FailureException.retrying(
                Reason.RECONCILIATION_FAILED,
                Refusals.unknownKind(desired).message(),
                Refusals.unknownKind(desired).fix()));
  }

  private Step dryRun(ResourceType type, Wanted wanted, boolean force) {
    Manifest desired = wanted.manifest();
    Applied trial;
    try {
      trial = send(type, desired);
    } catch (ApiError refused) {
      return refused(type, desired, refused, force);
    }
    try {
      return trial.created() ? new Step.Create() : compare(type, wanted, trial.object());
    } catch (ApiError refused) {
      return Refusals.dryRun(desired, refused);
    }
  }

  private Step compare(ResourceType type, Wanted wanted, Manifest trial) {
    Manifest desired = wanted.manifest();
    Optional<Manifest> live = client.find(type, desired.namespace(), desired.name());
    if (live.isEmpty()) {
      return new Step.Create();
    }
    Optional<String> skipped = SkipRule.why(desired, live.get());
    if (skipped.isPresent()) {
      return new Step.Leave(new Change.Skipped(skipped.get()));
    }
    ManagerCleanup cleanup =
        ManagerCleanup.of(desired, live.get(), rules.overridden(), rules.migrateApiVersion());
    if (!cleanup.isNeeded()) {
      return compared(wanted, live.get(), live.get(), trial);
    }
    if (rules.readOnly()) {
      return previewed(wanted, live.get(), cleanup, trial);
    }
    Manifest cleaned =
        client.patch(
            type,
            desired.namespace(),
            desired.name(),
            "",
            PatchKind.JSON,
            Json.bytes(cleanup.patch()),
            rules.manager());
    return compared(wanted, live.get(), cleaned, send(type, desired).object());
  }

  /// What an apply would change, were the fields of others taken over first.
  private Step previewed(Wanted wanted, Manifest live, ManagerCleanup cleanup, Manifest trial) {
    var changes = new ArrayList<>(Drift.between(live, trial, wanted.ignored()));
    for (String pointer : cleanup.removals()) {
      changes.add(new FieldChange.Removed(pointer, Scalar.of("...")));
    }
    return changes.isEmpty()
        ? new Step.Leave(new Change.Unchanged())
        : new Step.Configure(changes, by(live), wanted.manifest());
  }

  private Step compared(Wanted wanted, Manifest found, Manifest live, Manifest trial) {
    List<FieldChange> changes = Drift.between(live, trial, wanted.ignored());
    if (!changes.isEmpty()) {
      Manifest sent =
          Concession.of(wanted.manifest(), live, trial, wanted.ignored(), rules.manager());
      return new Step.Configure(changes, by(found), sent);
    }
    settle(wanted, live);
    return new Step.Leave(new Change.Unchanged());
  }

  private String by(Manifest live) {
    String writer = LastWriter.of(live);
    return writer.equals(rules.manager()) ? "" : writer;
  }

  /// Remembers what the server made of a manifest.
  void settle(Wanted wanted, Manifest live) {
    String left =
        seen.observed(live)
            .map(Live::fingerprint)
            .orElseGet(() -> OwnedFields.fingerprint(OwnedFields.of(live, rules.manager())));
    settled.put(wanted.manifest().id(), wanted.fingerprint(), left);
  }

  private Step refused(ResourceType type, Manifest desired, ApiError refused, boolean force) {
    if (ImmutableRefusal.is(refused.code(), refused.reason(), refused.message())) {
      Optional<Manifest> live = readable(type, desired);
      if (live.isPresent() && ForceRule.allows(force, desired, live.get())) {
        return new Step.Replace(refused.getMessage());
      }
    }
    return Refusals.dryRun(desired, refused);
  }

  // An account that may not even read the object is told the first refusal, not this one.
  private Optional<Manifest> readable(ResourceType type, Manifest desired) {
    try {
      return client.find(type, desired.namespace(), desired.name());
    } catch (ApiError unreadable) {
      return Optional.empty();
    }
  }

  private Applied send(ResourceType type, Manifest desired) {
    ObjectId id = desired.id();
    return client.apply(
        type,
        id.namespace(),
        id.name(),
        Json.bytes(desired.root()),
        new ApplyOptions(rules.manager(), true, true));
  }
}
