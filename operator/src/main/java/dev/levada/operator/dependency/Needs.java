package dev.levada.operator.dependency;

import dev.levada.api.Kustomization;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.ObjectId;
import java.util.ArrayList;
import java.util.List;

/// Reads from an object what it waits for itself: the Kustomization that applies it, and what its
/// own `spec.dependsOn` names where it is one of Flux's kinds.
final class Needs {

  private static final String OWNER = "kustomize.toolkit.fluxcd.io/";
  private static final String FLUX = ".toolkit.fluxcd.io";

  private Needs() {}

  static List<ObjectId> of(Manifest live) {
    var needs = new ArrayList<ObjectId>();
    String owner = live.labels().getOrDefault(OWNER + "name", "");
    if (!owner.isEmpty()) {
      String namespace = live.labels().getOrDefault(OWNER + "namespace", "");
      needs.add(new ObjectId(Kustomization.TYPE.group(), Kustomization.KIND, namespace, owner));
    }
    if (isFlux(live.type().group())) {
      for (Node entry : live.root().sequenceAt("spec", "dependsOn")) {
        if (entry instanceof Mapping written) {
          needs.add(need(live, written));
        }
      }
    }
    return List.copyOf(needs);
  }

  /// Whether objects of a group say by their condition `Ready` that they are ready, and not by its
  /// absence.
  static boolean isFlux(String group) {
    return group.endsWith(FLUX);
  }

  // What is left out is the object's own kind and namespace.
  private static ObjectId need(Manifest live, Mapping written) {
    String kind = written.textAt("kind");
    boolean own = kind.isEmpty() || kind.equals(live.kind());
    String namespace = written.textAt("namespace");
    String version = written.textAt("apiVersion");
    return new ObjectId(
        own ? live.type().group() : GroupVersionKind.of(version, kind).group(),
        own ? live.kind() : kind,
        own && namespace.isEmpty() ? live.namespace() : namespace,
        written.textAt("name"));
  }
}
