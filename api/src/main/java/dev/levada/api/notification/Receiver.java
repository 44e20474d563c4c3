package dev.levada.api.notification;

import dev.levada.api.GoDuration;
import dev.levada.api.Metadata;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A webhook address, and the objects that a call to it wakes (notification.toolkit.fluxcd.io/v1;
/// flux-api §1.15).
///
/// @param metadata name, namespace and the like
/// @param spec what the user wants
/// @param status what was last reported, as the API server holds it
public record Receiver(Metadata metadata, Spec spec, Mapping status) {

  /// The kind's word.
  public static final String KIND = "Receiver";

  /// The type as the API server names it.
  public static final GroupVersionKind TYPE =
      new GroupVersionKind("notification.toolkit.fluxcd.io", "v1", KIND);

  private static final String SCAN = "levada.dev/scan";

  /// What the user wants.
  ///
  /// @param type who calls, such as `github`
  /// @param events the events that count; empty for all
  /// @param resources what to wake
  /// @param resourceFilter a condition in CEL on each of them; empty for none
  /// @param secretName the Secret with the token; empty for none
  /// @param issuers who may issue the tokens of callers
  /// @param interval how often to look at the Secret
  /// @param suspended whether to refuse calls
  public record Spec(
      String type,
      List<String> events,
      List<Resource> resources,
      String resourceFilter,
      String secretName,
      List<Issuer> issuers,
      Duration interval,
      boolean suspended) {}

  /// One object to wake, or several that have labels.
  ///
  /// @param apiVersion the API version; empty where the kind's usual one will do
  /// @param kind the kind
  /// @param namespace the namespace; never empty
  /// @param name the name, or `*`
  /// @param labels what `*` stands for
  /// @param filter a condition in CEL; empty for none
  public record Resource(
      String apiVersion,
      String kind,
      String namespace,
      String name,
      Map<String, String> labels,
      String filter) {}

  /// Who may issue tokens, and what must stand in them.
  ///
  /// @param url the issuer's address
  /// @param audience whom the tokens must be for
  /// @param variables values worked out from them: names and expressions
  /// @param validations conditions on them: what to say, and expressions
  public record Issuer(
      String url, String audience, List<Words> variables, List<Words> validations) {}

  /// A CEL expression and the word that goes with it.
  ///
  /// @param word a name or a message
  /// @param expression the expression
  public record Words(String word, String expression) {}

  /// Reads the resource.
  ///
  /// @throws IllegalArgumentException where a field holds what the schema would have refused
  public static Receiver of(Manifest object) {
    Mapping spec = object.root().mappingAt("spec");
    return new Receiver(
        Metadata.of(object),
        new Spec(
            spec.textAt("type"),
            List.copyOf(spec.sequenceAt("events").texts()),
            each(spec, "resources", said -> resource(said, object.namespace())),
            spec.textAt("resourceFilter"),
            spec.textAt("secretRef", "name"),
            each(spec, "oidcProviders", Receiver::issuer),
            GoDuration.parse(spec.textAt("interval"), Duration.ofMinutes(10)),
            spec.isTrueAt("suspend")),
        object.root().mappingAt("status"));
  }

  private static Resource resource(Mapping said, String ownNamespace) {
    String namespace = said.textAt("namespace");
    return new Resource(
        said.textAt("apiVersion"),
        said.textAt("kind"),
        namespace.isEmpty() ? ownNamespace : namespace,
        said.textAt("name"),
        Map.copyOf(said.mappingAt("matchLabels").texts()),
        said.textAt("filter"));
  }

  private static Issuer issuer(Mapping said) {
    String audience = said.textAt("audience");
    return new Issuer(
        said.textAt("issuerURL"),
        audience.isEmpty() ? "notification-controller" : audience,
        each(said, "variables", each -> words(each, "name")),
        each(said, "validations", each -> words(each, "message")));
  }

  private static Words words(Mapping said, String word) {
    return new Words(said.textAt(word), said.textAt("expression"));
  }

  private static <T> List<T> each(Mapping parent, String field, Function<Mapping, T> read) {
    var all = new ArrayList<T>();
    for (Node node : parent.sequenceAt(field)) {
      if (node instanceof Mapping said) {
        all.add(read.apply(said));
      }
    }
    return List.copyOf(all);
  }

  /// The path of the webhook; empty where it has none yet.
  public String path() {
    return status.textAt("webhookPath");
  }

  /// Whether a registry's notification wakes all ImageRepositories that are listed, as in Flux,
  /// rather than those that it is about.
  public boolean scansAllListed() {
    return metadata.annotations().getOrDefault(SCAN, "").equals("listed");
  }
}
