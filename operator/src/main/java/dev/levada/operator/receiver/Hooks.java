package dev.levada.operator.receiver;

import dev.levada.api.Condition;
import dev.levada.api.notification.Receiver;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.core.failure.FailureException;
import dev.levada.core.hook.Call;
import dev.levada.core.hook.Checked;
import dev.levada.core.hook.HookCheck;
import dev.levada.core.hook.HookType;
import dev.levada.core.hook.SharedToken;
import dev.levada.core.hook.identity.InvalidToken;
import dev.levada.core.manifest.Mapping;
import dev.levada.fetch.identity.IssuerKeys;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.source.NamedSecrets;
import dev.levada.operator.telemetry.ReconcileLog;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All webhooks that can be called, by their paths. Any engine answers, leading or not: to ask for
/// a reconciliation needs no lead.
public final class Hooks {

  private static final Logger LOG = LoggerFactory.getLogger("dev.levada.reconcile.receiver");
  private static final String BY_PATH = "path";
  private static final String GOOGLE = "https://accounts.google.com";

  private final ResourceCache<Receiver> receivers;
  private final NamedSecrets secrets;
  private final CallerIdentity identity;
  private final Waking waking;

  /// @param client the cluster
  /// @param discovery which kinds it serves
  /// @param receivers the Receivers as the cluster has them
  /// @param keys fetches the keys of issuers
  /// @param crossNamespace whether a Receiver may wake objects of other namespaces
  /// @param clock tells the time
  public Hooks(
      KubeClient client,
      Discovery discovery,
      ResourceCache<Receiver> receivers,
      IssuerKeys keys,
      boolean crossNamespace,
      Clock clock) {
    this.receivers = receivers;
    this.secrets = new NamedSecrets(client);
    this.identity = new CallerIdentity(keys, GOOGLE, clock);
    var sleepers = new Sleepers(client, new WokenKinds(discovery), crossNamespace);
    this.waking = new Waking(client, sleepers, clock);
    receivers.index(
        BY_PATH, receiver -> receiver.path().isEmpty() ? List.of() : List.of(receiver.path()));
  }

  /// Whether there is a webhook of this path.
  boolean has(String path) {
    return !receivers.lookup(BY_PATH, path).isEmpty();
  }

  /// Whether it is not known yet which webhooks there are.
  boolean isNew() {
    try {
      return !receivers.awaitSynced(Duration.ZERO);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// Takes a call.
  HookReply take(String path, Call call) {
    Collection<Receiver> called = receivers.lookup(BY_PATH, path);
    HookReply worst = called.isEmpty() ? HookReply.UNKNOWN : HookReply.OK;
    for (Receiver receiver : called) {
      HookReply reply = take(receiver, call);
      worst = reply.status() > worst.status() ? reply : worst;
    }
    return worst;
  }

  private HookReply take(Receiver receiver, Call call) {
    boolean open =
        !receiver.spec().suspended() && Condition.isTrue(receiver.status(), Condition.READY);
    if (!open) {
      return HookReply.NOT_NOW;
    }
    try {
      ReceiverRules rules = ReceiverRules.of(receiver);
      ReceiverSecret secret = ReceiverSecret.of(receiver, secrets);
      Mapping claims = claims(receiver, rules, secret, call);
      return switch (check(receiver, secret).check(call)) {
        case Checked.Refused(String why) -> refused(receiver, why);
        case Checked.Accepted(Mapping payload) ->
            told(receiver, waking.wake(receiver, rules, new GenuineCall(payload, claims)));
      };
    } catch (InvalidToken invalid) {
      return refused(receiver, String.valueOf(invalid.getMessage()));
    } catch (FailureException failed) {
      log(receiver).error().addKeyValue("error", failed.failure().text()).log("a call failed");
      return HookReply.FAILED;
    }
  }

  private static HookCheck check(Receiver receiver, ReceiverSecret secret) {
    HookType type = HookType.of(receiver.spec().type());
    return new HookCheck(type, receiver.spec().events(), new SharedToken(secret.token()));
  }

  private Mapping claims(Receiver receiver, ReceiverRules rules, ReceiverSecret secret, Call call) {
    return switch (HookType.of(receiver.spec().type())) {
      case GENERIC_OIDC -> identity.ofAny(receiver, rules.claims(), call);
      case GCR -> identity.ofGoogle(secret, call);
      case GENERIC,
          GENERIC_HMAC,
          GITHUB,
          GITLAB,
          BITBUCKET,
          HARBOR,
          DOCKER_HUB,
          QUAY,
          NEXUS,
          ACR,
          CD_EVENTS ->
          new Mapping();
    };
  }

  private static HookReply refused(Receiver receiver, String why) {
    log(receiver).info().log("a call was refused: {}", why);
    return HookReply.REFUSED;
  }

  private static HookReply told(Receiver receiver, Waking.Woken woken) {
    log(receiver)
        .info()
        .addKeyValue("resources", woken.woken())
        .log(
            "a call asked {} objects to be looked at; it is not about {} others",
            woken.woken().size(),
            woken.left());
    woken
        .failures()
        .forEach(failure ->
            log(receiver).error().addKeyValue("error", failure).log("a call woke not all"));
    return woken.failures().isEmpty() ? HookReply.OK : HookReply.FAILED;
  }

  private static ReconcileLog log(Receiver receiver) {
    return new ReconcileLog(
        LOG,
        Receiver.TYPE.group(),
        Receiver.KIND,
        receiver.metadata().namespace(),
        receiver.metadata().name(),
        "");
  }
}
