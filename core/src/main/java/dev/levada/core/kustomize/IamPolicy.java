package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;

/// Makes the ServiceAccount of an `IAMPolicyGenerator` for Google's clusters (kustomize.md section
/// 16).
final class IamPolicy {

  private IamPolicy() {}

  static Mapping account(Mapping configuration) {
    if (!configuration.textAt("cloud").equals("gke")) {
      throw new BuildFailed(
          "cloud provider " + configuration.textAt("cloud") + " not supported",
          "Write 'cloud: gke'");
    }
    Mapping account = configuration.mappingAt("serviceAccount");
    var metadata = new Mapping();
    metadata
        .child("annotations")
        .put(
            "iam.gke.io/gcp-service-account",
            new Scalar(
                Scalar.Kind.STRING,
                account.textAt("name")
                    + "@"
                    + account.textAt("projectId")
                    + ".iam.gserviceaccount.com",
                true));
    metadata.put("name", configuration.textAt("kubernetesService", "name"));
    String namespace = configuration.textAt("kubernetesService", "namespace");
    if (!namespace.isEmpty()) {
      metadata.put("namespace", namespace);
    }
    return new Mapping()
        .put("apiVersion", "v1")
        .put("kind", "ServiceAccount")
        .put("metadata", metadata);
  }
}
