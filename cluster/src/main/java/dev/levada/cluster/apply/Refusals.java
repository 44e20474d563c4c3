package dev.levada.cluster.apply;

import dev.levada.cluster.access.ApiError;
import dev.levada.core.manifest.Manifest;
import java.util.Optional;

/// What a user is told when the server will not have an object: which object, the server's reason,
/// and what to do.
final class Refusals {

  private Refusals() {}

  static Step.Refuse unknownKind(Manifest desired) {
    return new Step.Refuse(
        desired.id().subject()
            + " dry-run failed: no matches for kind \""
            + desired.kind()
            + "\" in version \""
            + desired.apiVersion()
            + "\"",
        "Install the CustomResourceDefinition that defines it first (spec.dependsOn can order that), or correct apiVersion and kind",
        Optional.empty());
  }

  static Step.Refuse noNamespace(Manifest desired) {
    return new Step.Refuse(
        desired.id().subject() + " namespace not specified",
        "Set metadata.namespace, `namespace` in kustomization.yaml, or spec.targetNamespace",
        Optional.empty());
  }

  static Step.Refuse dryRun(Manifest desired, ApiError refused) {
    String reason = refused.reason().isEmpty() ? "" : " (" + refused.reason() + ")";
    return new Step.Refuse(
        desired.id().subject() + " dry-run failed" + reason + ": " + refused.getMessage(),
        fix(desired, refused),
        Optional.of(refused));
  }

  static String apply(Manifest desired, ApiError refused) {
    return desired.id().subject()
        + " apply failed ("
        + refused.reason()
        + "): "
        + refused.getMessage();
  }

  static String fix(Manifest desired, ApiError refused) {
    if (refused.isForbidden()) {
      return MissingRight.fix(refused.getMessage());
    }
    if (refused.isNotFound() && !desired.namespace().isEmpty()) {
      return "Create namespace "
          + desired.namespace()
          + " first, or let the same Kustomization bring it";
    }
    if (refused.isInvalid() && refused.getMessage().contains("immutable")) {
      return "Undo the change of that field, or let the object be made anew: spec.force: true, or the annotation"
          + " kustomize.toolkit.fluxcd.io/force: enabled on it";
    }
    return refused.isInvalid() ? "Correct the fields that the message names" : "";
  }
}
