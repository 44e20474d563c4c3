package dev.levada.core.kustomize;

import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.util.List;

/// Makes a manifest of a finished object: annotation values are strings, empty annotations go, and
/// every number and date has the value it has in output (kustomize.md section 20).
final class FinishedObject {

  /// Annotations that tools like this one leave to each other; they never come out.
  private static final List<String> BOOKKEEPING =
      List.of(
          Provenance.ORIGIN,
          Provenance.TRANSFORMATIONS,
          "config.kubernetes.io/index",
          "config.kubernetes.io/path",
          "config.k8s.io/id");

  /// What becomes of an annotation that is a mapping or a list.
  private static final Scalar EMPTY = new Scalar(Scalar.Kind.STRING, "", true);

  private FinishedObject() {}

  static Manifest of(Resource resource, Provenance provenance) {
    Mapping root = resource.root();
    BOOKKEEPING.forEach(root.mappingAt("metadata", "annotations")::remove);
    provenance.tell(resource, root);
    if (root.get("metadata") instanceof Mapping metadata && metadata.has("annotations")) {
      annotations(metadata);
    }
    refuseMisfit(resource, "map[string]interface {}(nil): ");
    resource.exposePlainKeys();
    root.problem(0)
        .ifPresent(problem -> {
          throw odd(problem, resource);
        });
    TabbedData.refuseFinished(resource);
    try {
      root.settle();
      root.readTextsAsJson();
    } catch (MalformedManifest e) {
      throw new BuildFailed(
          String.valueOf(e.getMessage()),
          "In " + resource.id() + ": write a finite number, and texts without control characters");
    }
    return new Manifest(root);
  }

  /// Kustomize writes annotations anew and forgets which keys stood in quotes.
  static void plainKeys(Mapping annotations) {
    annotations.makeOdd(annotations.entries().keySet());
  }

  /// Refuses an object with a value that is not what its place is for.
  static void refuseMisfit(Resource resource, String prefix) {
    resource
        .misfit()
        .ifPresent(problem -> {
          throw new BuildFailed(
              prefix + problem,
              "In "
                  + resource.id()
                  + ": put the value that was replaced in quotes, or correct the source");
        });
  }

  /// An object with keys that no object may have.
  static BuildFailed odd(String problem, Resource resource) {
    return new BuildFailed(
        problem, "In " + resource.id() + ": let every key be a text, and stand there once");
  }

  private static void annotations(Mapping metadata) {
    if (!(metadata.get("annotations") instanceof Mapping annotations) || annotations.isEmpty()) {
      metadata.remove("annotations");
      return;
    }
    makeTexts(annotations);
    plainKeys(annotations);
    annotations.entries().replaceAll((_, value) -> value instanceof Scalar ? value : EMPTY);
  }

  /// Makes each value that is no text one.
  static void makeTexts(Mapping pairs) {
    pairs
        .entries()
        .replaceAll((_, value) ->
            value instanceof Scalar scalar && scalar.kind() != Scalar.Kind.STRING
                ? new Scalar(Scalar.Kind.STRING, scalar.text(), true)
                : value);
  }
}
