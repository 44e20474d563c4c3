package dev.levada.operator.receiver;

import dev.levada.api.Metadata;
import dev.levada.api.notification.Receiver;
import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.ApiUnreachable;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.PatchKind;
import dev.levada.core.hook.notice.Notice;
import dev.levada.core.manifest.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Asks the objects that a Receiver names to be looked at now, as `flux reconcile` does. One that
/// cannot be asked does not keep the others from it.
///
/// @param client the cluster
/// @param sleepers finds the objects
/// @param clock gives each call a token of its own
record Waking(KubeClient client, Sleepers sleepers, Clock clock) {

  /// What became of it.
  ///
  /// @param woken the objects that were asked
  /// @param left how many of those that are listed the call is not about
  /// @param failures why others were not
  record Woken(List<String> woken, int left, List<String> failures) {}

  Woken wake(Receiver receiver, ReceiverRules rules, GenuineCall call) {
    Notice notice = receiver.scansAllListed() ? new Notice.Other() : Notice.of(call.payload());
    var failures = new ArrayList<String>();
    var found = new LinkedHashSet<Sleeper>();
    for (int i = 0; i < receiver.spec().resources().size(); i++) {
      try {
        found.addAll(sleepers.find(receiver, i, rules, call, notice));
      } catch (NotWoken | ReceiverRules.UnansweredFilter | ApiError | ApiUnreachable failed) {
        failures.add("spec.resources[" + i + "]: " + failed.getMessage());
      }
    }
    List<Sleeper> meant = NamedImages.of(List.copyOf(found), notice);
    var woken = new ArrayList<String>();
    String token = clock.instant().toString();
    for (Sleeper each : meant) {
      try {
        ask(each, token);
        woken.add(each.subject());
      } catch (ApiError | ApiUnreachable failed) {
        failures.add(each.subject() + ": " + failed.getMessage());
      }
    }
    return new Woken(woken, found.size() - meant.size(), failures);
  }

  private void ask(Sleeper each, String token) {
    client.patch(
        each.type(),
        each.namespace(),
        each.name(),
        "",
        PatchKind.MERGE,
        Json.bytes(Metadata.request(token)),
        ReceiverController.MANAGER);
  }
}
