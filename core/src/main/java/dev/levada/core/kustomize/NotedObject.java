package dev.levada.core.kustomize;

import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.util.List;
import java.util.stream.Collectors;

/// An object as some messages of kustomize show it: as JSON, together with the annotations in which
/// it keeps what it knows about the object.
final class NotedObject {

  private NotedObject() {}

  static String all(List<Resource> resources) {
    return resources.stream().map(NotedObject::of).collect(Collectors.joining(" ", "[", "]"));
  }

  private static String of(Resource resource) {
    Mapping root = resource.root().copy();
    noted(resource, root);
    try {
      root.settle();
    } catch (MalformedManifest e) {
      return "<" + e.getMessage() + ">";
    }
    return GoJson.text(root);
  }

  private static void noted(Resource resource, Mapping root) {
    Provenance.annotate(resource, root);
    var notes = resource.notes();
    if (notes.isEmpty()) {
      return;
    }
    Mapping annotations = root.child("metadata").child("annotations");
    if (!resource.transformations().isEmpty()) {
      FinishedObject.makeTexts(annotations);
    }
    notes.forEach((key, text) -> annotations.put(key, new Scalar(Scalar.Kind.STRING, text, true)));
  }
}
