package dev.levada.core.plan;

import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.plan.drift.FieldChange;
import java.util.List;
import java.util.Optional;

/// An object that another Kustomization had applied: it may have been moved, or both claim it and
/// take it from each other. flux-api.md §2.4.
final class Takeover {

  private static final String LABELS = "/metadata/labels/kustomize.toolkit.fluxcd.io~1";

  private Takeover() {}

  /// Says from which one, if from any, and what to do where both claim it.
  static String text(Change change) {
    if (!(change instanceof Change.Configured configured)) {
      return "";
    }
    Optional<String> name = before(configured.fields(), LABELS + "name");
    Optional<String> namespace = before(configured.fields(), LABELS + "namespace");
    if (name.isEmpty() && namespace.isEmpty()) {
      return "";
    }
    String former =
        namespace.map(there -> there + "/").orElse("") + name.orElse("with the same name");
    return " (taken over from Kustomization "
        + former
        + ": if that one still has it too, remove it from one of them)";
  }

  private static Optional<String> before(List<FieldChange> fields, String pointer) {
    return fields.stream()
        .filter(field -> field.pointer().equals(pointer))
        .flatMap(field ->
            switch (field) {
              case FieldChange.Replaced replaced -> text(replaced.before()).stream();
              case FieldChange.Added _, FieldChange.Removed _ -> Optional.<String>empty().stream();
            })
        .findFirst();
  }

  private static Optional<String> text(Node value) {
    return value instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }
}
