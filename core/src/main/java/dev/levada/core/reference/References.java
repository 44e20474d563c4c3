package dev.levada.core.reference;

import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.ObjectId;
import java.util.LinkedHashSet;
import java.util.Set;

/// The objects that an object names in its fields and does not work without.
public final class References {

  private final Manifest manifest;
  private final Set<ObjectId> found = new LinkedHashSet<>();

  private References(Manifest manifest) {
    this.manifest = manifest;
  }

  /// What an object needs: its namespace, and what the kinds of Kubernetes itself name.
  public static Set<ObjectId> of(Manifest manifest) {
    var references = new References(manifest);
    references.collect();
    references.found.remove(manifest.id());
    return references.found;
  }

  private void collect() {
    if (!manifest.namespace().isEmpty()) {
      found.add(new ObjectId("", "Namespace", "", manifest.namespace()));
    }
    Mapping spec = manifest.root().mappingAt("spec");
    switch (manifest.kind()) {
      case "Pod" -> pod(spec);
      case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job" ->
          pod(spec.mappingAt("template", "spec"));
      case "CronJob" -> pod(spec.mappingAt("jobTemplate", "spec", "template", "spec"));
      case "RoleBinding", "ClusterRoleBinding" -> binding();
      case "HorizontalPodAutoscaler" -> target(spec.mappingAt("scaleTargetRef"));
      case "Ingress" -> ingress(spec);
      default -> {}
    }
    if (manifest.kind().equals("StatefulSet")) {
      core("Service", spec.textAt("serviceName"));
    }
  }

  private void pod(Mapping spec) {
    core("ServiceAccount", spec.textAt("serviceAccountName"));
    for (Mapping secret : mappings(spec, "imagePullSecrets")) {
      core("Secret", secret.textAt("name"));
    }
    mappings(spec, "volumes").forEach(this::volume);
    for (String list : new String[] {"initContainers", "containers"}) {
      mappings(spec, list).forEach(this::container);
    }
  }

  private void volume(Mapping volume) {
    required("ConfigMap", volume.mappingAt("configMap"), "name");
    required("Secret", volume.mappingAt("secret"), "secretName");
    core("PersistentVolumeClaim", volume.textAt("persistentVolumeClaim", "claimName"));
    for (Mapping source : mappings(volume.mappingAt("projected"), "sources")) {
      required("ConfigMap", source.mappingAt("configMap"), "name");
      required("Secret", source.mappingAt("secret"), "name");
    }
  }

  private void container(Mapping container) {
    for (Mapping source : mappings(container, "envFrom")) {
      required("ConfigMap", source.mappingAt("configMapRef"), "name");
      required("Secret", source.mappingAt("secretRef"), "name");
    }
    for (Mapping variable : mappings(container, "env")) {
      required("ConfigMap", variable.mappingAt("valueFrom", "configMapKeyRef"), "name");
      required("Secret", variable.mappingAt("valueFrom", "secretKeyRef"), "name");
    }
  }

  private void required(String kind, Mapping reference, String field) {
    if (!reference.isTrueAt("optional")) {
      core(kind, reference.textAt(field));
    }
  }

  private void binding() {
    Mapping role = manifest.root().mappingAt("roleRef");
    String kind = role.textAt("kind");
    add("rbac.authorization.k8s.io", kind, kind.equals("Role"), role.textAt("name"));
    for (Mapping subject : mappings(manifest.root(), "subjects")) {
      if (subject.textAt("kind").equals("ServiceAccount")) {
        String namespace = subject.textAt("namespace");
        found.add(
            new ObjectId(
                "",
                "ServiceAccount",
                namespace.isEmpty() ? manifest.namespace() : namespace,
                subject.textAt("name")));
      }
    }
  }

  private void target(Mapping reference) {
    var type = GroupVersionKind.of(reference.textAt("apiVersion"), reference.textAt("kind"));
    add(type.group(), type.kind(), true, reference.textAt("name"));
  }

  private void ingress(Mapping spec) {
    core("Service", spec.textAt("defaultBackend", "service", "name"));
    for (Mapping rule : mappings(spec, "rules")) {
      for (Mapping path : mappings(rule.mappingAt("http"), "paths")) {
        core("Service", path.textAt("backend", "service", "name"));
      }
    }
    for (Mapping tls : mappings(spec, "tls")) {
      core("Secret", tls.textAt("secretName"));
    }
  }

  private void core(String kind, String name) {
    add("", kind, true, name);
  }

  private void add(String group, String kind, boolean namespaced, String name) {
    if (!name.isEmpty()) {
      found.add(new ObjectId(group, kind, namespaced ? manifest.namespace() : "", name));
    }
  }

  private static Iterable<Mapping> mappings(Mapping holder, String list) {
    return holder.sequenceAt(list).items().stream()
        .filter((Node item) -> item instanceof Mapping)
        .map(Mapping.class::cast)
        .toList();
  }
}
