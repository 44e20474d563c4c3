package dev.levada.core.plan.fields;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/// A rendered object as it is sent to the API server: without what only the server writes, and with
/// what the server would make of it, so that the two can be compared. flux-api.md §2.3.
public final class Normalized {

  private static final GroupKind SECRET = new GroupKind("", "Secret");
  private static final GroupKind SERVICE = new GroupKind("", "Service");
  private static final GroupKind DEFINITION =
      new GroupKind("apiextensions.k8s.io", "CustomResourceDefinition");
  private static final Set<String> UNTOUCHED_ROLES = Set.of("Role", "ClusterRole");
  private static final List<String> OPTIONAL_METADATA =
      List.of("labels", "annotations", "finalizers", "ownerReferences");

  private Normalized() {}

  /// The object as it is sent; the given one stays as it is.
  public static Manifest of(Manifest rendered) {
    Manifest manifest = rendered.copy();
    GroupKind type = GroupKind.of(manifest);
    metadata(manifest.root().mappingAt("metadata"));
    if (type.group().equals("rbac.authorization.k8s.io") && UNTOUCHED_ROLES.contains(type.kind())) {
      return manifest;
    }
    if (type.equals(DEFINITION)) {
      CertificateBundle.dropUnreadable(manifest);
      return manifest;
    }
    manifest.root().remove("status");
    if (TypedKinds.has(manifest)) {
      TypedKinds.dropNothings(manifest.root());
    }
    if (type.equals(SECRET)) {
      withoutLineBreaks(manifest.root().mappingAt("data"));
      foldStringData(manifest.root());
    }
    if (type.equals(SERVICE)) {
      defaultProtocol(manifest.root().sequenceAt("spec", "ports"));
    }
    PodSpecs.containers(PodSpecs.of(manifest))
        .forEach(container -> defaultProtocol(container.sequenceAt("ports")));
    Quantities.canonicalise(manifest);
    return manifest;
  }

  private static void metadata(Mapping metadata) {
    metadata.remove("creationTimestamp");
    for (String key : OPTIONAL_METADATA) {
      Node value = metadata.get(key);
      boolean says =
          switch (value) {
            case null -> true;
            case Mapping mapping -> !mapping.isEmpty();
            case Sequence sequence -> sequence.size() > 0;
            case Scalar scalar -> !scalar.isNull();
          };
      if (!says) {
        metadata.remove(key);
      }
    }
  }

  /// The API server reads base64 with line breaks, and writes it without.
  private static void withoutLineBreaks(Mapping data) {
    data.entries()
        .replaceAll((_, value) ->
            isText(value)
                ? Scalar.of(((Scalar) value).text().replace("\n", "").replace("\r", ""))
                : value);
  }

  private static void foldStringData(Mapping secret) {
    if (!(secret.get("stringData") instanceof Mapping texts)
        || !texts.entries().values().stream().allMatch(Normalized::isText)) {
      return; // where it is malformed, the API server's refusal says more than a guess
    }
    secret.remove("stringData");
    texts
        .entries()
        .forEach((key, value) -> {
          String text = ((Scalar) value).text();
          String encoded = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
          secret.child("data").put(key, encoded);
        });
  }

  private static boolean isText(Node node) {
    return node instanceof Scalar scalar
        && (scalar.kind() == Scalar.Kind.STRING || scalar.kind() == Scalar.Kind.TIMESTAMP);
  }

  private static void defaultProtocol(Sequence ports) {
    for (Mapping port : PodSpecs.mappings(ports)) {
      if (port.textAt("protocol").isEmpty()) {
        port.put("protocol", "TCP");
      }
    }
  }
}
