package dev.levada.core.hook;

import dev.levada.core.manifest.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Tells genuine calls from others, by the rules of one type of caller (flux-api §2.13).
///
/// @param type who calls
/// @param events the events that count; empty for all
/// @param token what the caller knows too. Where a caller shows an identity instead, that has been
///   checked before
public record HookCheck(HookType type, List<String> events, SharedToken token) {

  /// Checks one call.
  public Checked check(Call call) {
    String objection = objection(call);
    return objection.isEmpty() ? content(call) : new Checked.Refused(objection);
  }

  /// What shows that the caller does not know the token; empty where nothing does.
  private String objection(Call call) {
    return switch (type) {
      case GENERIC_HMAC -> signed(call, call.header("X-Signature"));
      case GITHUB -> signedAtGitHub(call);
      case BITBUCKET -> signed(call, call.header("X-Hub-Signature"));
      case NEXUS -> signed(call, "sha1=" + call.header("X-Nexus-Webhook-Signature"));
      case GITLAB -> shown(call, "X-Gitlab-Token");
      case HARBOR -> shown(call, "Authorization");
      case GENERIC, GENERIC_OIDC, DOCKER_HUB, QUAY, GCR, ACR, CD_EVENTS -> "";
    };
  }

  private String signed(Call call, String signature) {
    return token.hasSigned(call.body(), signature) ? "" : "it is not signed with the token";
  }

  private String signedAtGitHub(Call call) {
    String newer = call.header("X-Hub-Signature-256");
    return signed(call, newer.isEmpty() ? call.header("X-Hub-Signature") : newer);
  }

  private String shown(Call call, String header) {
    return token.is(call.header(header)) ? "" : header + " is not the token";
  }

  /// What a genuine call says, if it is about something that counts.
  private Checked content(Call call) {
    return switch (type) {
      case GENERIC, GENERIC_HMAC, GENERIC_OIDC, HARBOR -> accepted(call);
      case GITHUB ->
          Payload.formOrObject(call)
              .map(payload -> ofEvent(call, "X-GitHub-Event", () -> payload))
              .orElseGet(
                  () -> new Checked.Refused("its body is neither JSON nor a form with a payload"));
      case GITLAB -> ofEvent(call, "X-Gitlab-Event", () -> payload(call));
      case BITBUCKET -> ofEvent(call, "X-Event-Key", () -> payload(call));
      case DOCKER_HUB, QUAY, NEXUS, ACR -> shaped(Payload.object(call.body()));
      case GCR -> shaped(Payload.ofPubSub(call.body()));
      case CD_EVENTS -> cdEvent(call);
    };
  }

  private static Checked accepted(Call call) {
    return new Checked.Accepted(Payload.object(call.body()).orElseGet(Mapping::new));
  }

  private Checked shaped(Optional<Mapping> payload) {
    return payload
        .filter(PayloadShape.of(type)::fits)
        .<Checked>map(Checked.Accepted::new)
        .orElseGet(() -> new Checked.Refused("its body is no notification of this type"));
  }

  private static Mapping payload(Call call) {
    return Payload.formOrObject(call).orElseGet(Mapping::new);
  }

  private Checked ofEvent(Call call, String header, Supplier<Mapping> payload) {
    return counts(call.header(header))
        ? new Checked.Accepted(payload.get())
        : new Checked.Refused("its event in " + header + " is none of spec.events");
  }

  private boolean counts(String event) {
    return events.isEmpty() || events.stream().anyMatch(event::equalsIgnoreCase);
  }

  private Checked cdEvent(Call call) {
    Optional<Mapping> event = Payload.object(call.body());
    String fault = event.map(CdEvent::fault).orElse("its body is no JSON object");
    if (!fault.isEmpty()) {
      return new Checked.Refused("it is no event of CDEvents 0.4: " + fault);
    }
    return counts(call.header("Ce-Type"))
        ? new Checked.Accepted(event.orElseThrow())
        : new Checked.Refused("its event in Ce-Type is none of spec.events");
  }
}
