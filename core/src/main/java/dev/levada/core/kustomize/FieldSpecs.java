package dev.levada.core.kustomize;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where each transformer works: kustomize's defaults and what `configurations` added to them.
final class FieldSpecs {

  /// A transformer's list of places.
  enum Topic {
    NAME_PREFIX("namePrefix"),
    NAME_SUFFIX("nameSuffix"),
    NAMESPACE("namespace"),
    LABELS("labels"),
    COMMON_LABELS("commonLabels"),
    TEMPLATE_LABELS("templateLabels"),
    COMMON_ANNOTATIONS("commonAnnotations"),
    IMAGES("images"),
    REPLICAS("replicas"),
    VAR_REFERENCE("varReference");

    private final String field;

    Topic(String field) {
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  /// A type whose names others refer to; empty parts stand for any.
  record Target(String group, String version, String kind) {}

  private final Map<Topic, List<FieldSpec>> topics = new EnumMap<>(Topic.class);
  private final Map<Target, List<FieldSpec>> references = new LinkedHashMap<>();

  List<FieldSpec> of(Topic topic) {
    return topics.getOrDefault(topic, List.of());
  }

  Map<Target, List<FieldSpec>> references() {
    return references;
  }

  void add(Topic topic, FieldSpec spec) {
    add(topics.computeIfAbsent(topic, _ -> new ArrayList<>()), spec);
  }

  void addReference(Target target, FieldSpec spec) {
    add(references.computeIfAbsent(target, _ -> new ArrayList<>()), spec);
  }

  void addAll(FieldSpecs others) {
    others.topics.forEach((topic, specs) -> specs.forEach(spec -> add(topic, spec)));
    others.references.forEach((target, specs) -> specs.forEach(spec -> addReference(target, spec)));
  }

  private static void add(List<FieldSpec> specs, FieldSpec spec) {
    for (FieldSpec known : specs) {
      if (known.hasTargetOf(spec)) {
        if (known.create() != spec.create()) {
          throw conflict(spec);
        }
        return;
      }
    }
    specs.add(spec);
  }

  private static BuildFailed conflict(FieldSpec spec) {
    return new BuildFailed(
        "conflicting fieldspecs for '" + String.join("/", spec.path()) + "'",
        "Give both specifications of this path the same 'create'");
  }

  /// Two lists as one, without repeats.
  static List<FieldSpec> join(List<FieldSpec> some, List<FieldSpec> more) {
    var all = new ArrayList<>(some);
    more.forEach(spec -> add(all, spec));
    return all;
  }

  /// Reads a file of `configurations`.
  static FieldSpecs read(Fields fields) {
    var specs = new FieldSpecs();
    for (Topic topic : Topic.values()) {
      fields.list(topic.field(), FieldSpec::read).forEach(spec -> specs.add(topic, spec));
    }
    fields.list(
        "nameReference",
        entry -> {
          var target = new Target(entry.text("group"), entry.text("version"), entry.text("kind"));
          entry
              .list("fieldSpecs", FieldSpec::read)
              .forEach(spec -> specs.addReference(target, spec));
          return target;
        });
    return specs;
  }
}
