package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;

/// Which objects a rule is for, in the words in which patches name their targets: regular
/// expressions for group, version, kind, name and namespace, selectors for labels and annotations.
public final class TargetSelector {

  private final Selection selection;

  private TargetSelector(Selection selection) {
    this.selection = selection;
  }

  /// Reads a selector; what it leaves open fits every object.
  ///
  /// @param target its fields, as the CRD's schema lets them through
  /// @throws BuildFailed where an expression or a selector cannot be read
  public static TargetSelector of(Mapping target) {
    String labels = target.textAt("labelSelector");
    String annotations = target.textAt("annotationSelector");
    LabelSelector.parse(labels);
    LabelSelector.parse(annotations);
    var selector =
        new Selector(
            new GroupVersionKind(
                target.textAt("group"), target.textAt("version"), target.textAt("kind")),
            target.textAt("name"),
            target.textAt("namespace"),
            labels,
            annotations);
    return new TargetSelector(selector.selection());
  }

  /// Whether the rule is for this object.
  public boolean matches(Manifest manifest) {
    return selection.matches(new Resource(manifest.root()));
  }
}
