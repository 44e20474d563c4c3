package dev.levada.operator.update;

import dev.levada.api.ImagePolicy;
import dev.levada.api.ImageUpdateAutomation;
import dev.levada.core.image.ChosenImage;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.operator.image.LatestRefs;
import dev.levada.operator.runtime.ResourceCache;
import java.util.Map;
import java.util.TreeMap;

/// What the policies of an automation have chosen.
///
/// @param images the images by the policy's name
record PolicyChoices(Map<String, ChosenImage> images) {

  /// The choices of all policies of the automation's namespace that its selector takes.
  static PolicyChoices of(ImageUpdateAutomation automation, ResourceCache<ImagePolicy> policies) {
    PolicySelector selector = PolicySelector.of(automation.spec().policySelector());
    var images = new TreeMap<String, ChosenImage>();
    for (ImagePolicy policy : policies.all()) {
      ChosenImage latest = LatestRefs.latest(policy);
      if (policy.metadata().namespace().equals(automation.metadata().namespace())
          && !latest.isNone()
          && selector.takes(policy.metadata().labels())) {
        images.put(policy.metadata().name(), latest);
      }
    }
    return new PolicyChoices(images);
  }

  /// The images as markers name their policies.
  Map<String, ChosenImage> bySetter(String namespace) {
    var setters = new TreeMap<String, ChosenImage>();
    images.forEach((name, image) -> setters.put(namespace + ":" + name, image));
    return setters;
  }

  /// Whether a status has seen just these.
  boolean isObservedIn(Mapping status) {
    Mapping observed = status.mappingAt("observedPolicies");
    return observed.entries().keySet().equals(images.keySet())
        && observed(observed).sameValue(observed);
  }

  /// `status.observedPolicies`; what is there no longer is taken away by name, since a merge keeps
  /// what it is not told of.
  ///
  /// @param before what the status says now
  Mapping observed(Mapping before) {
    var observed = new Mapping();
    images.forEach(
        (name, image) -> observed.put(name, LatestRefs.write(image, before.mappingAt(name))));
    before.entries().keySet().stream()
        .filter(name -> !images.containsKey(name))
        .forEach(name -> observed.put(name, Scalar.NULL));
    return observed;
  }
}
