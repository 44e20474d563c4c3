package dev.levada.core.plan.drift;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.plan.fields.FieldPath;
import java.util.List;
import java.util.function.Predicate;

/// Fields of applied objects that others may set: `spec.ignore` of a Kustomization. flux-api.md
/// §2.3.
///
/// @param rules in the order in which they are written
public record IgnoredFields(List<Rule> rules) {

  /// No field is left to others.
  public static final IgnoredFields NONE = new IgnoredFields(List.of());

  /// Copies the list.
  public IgnoredFields {
    rules = List.copyOf(rules);
  }

  /// Some fields of some objects.
  ///
  /// @param paths the fields
  /// @param target which objects
  public record Rule(List<FieldPath> paths, Predicate<Manifest> target) {}

  /// The fields of one object that are left to others.
  public List<FieldPath> of(Manifest desired) {
    if (rules.isEmpty()) {
      return List.of();
    }
    return rules.stream()
        .filter(rule -> rule.target().test(desired))
        .flatMap(rule -> rule.paths().stream())
        .distinct()
        .toList();
  }
}
