package dev.levada.core.kustomize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where each transformer works: kustomize's defaults and what `configurations` added to them.
///
/// Lists are united one entry at a time, and sorted by type after that. An entry that is for the
/// same field as a known one, and for all that is in its type, is left out: so a place that a
/// configuration names for one kind can take the place of a default for all kinds, odd as that is.
/// So does kustomize.
final class FieldSpecs {

  /// A transformer's list of places.
  enum Topic {
    NAME_PREFIX("namePrefix", "NamePrefix"),
    NAME_SUFFIX("nameSuffix", "NameSuffix"),
    NAMESPACE("namespace", "NameSpace"),
    LABELS("labels", "Labels"),
    COMMON_LABELS("commonLabels", "CommonLabels"),
    TEMPLATE_LABELS("templateLabels", "TemplateLabels"),
    COMMON_ANNOTATIONS("commonAnnotations", "CommonAnnotations"),
    IMAGES("images", "Images"),
    REPLICAS("replicas", "Replicas"),
    VAR_REFERENCE("varReference", "VarReference");

    private final String field;
    private final String title;

    Topic(String field, String title) {
      this.field = field;
      this.title = title;
    }

    String field() {
      return field;
    }
  }

  /// A type whose names others refer to; empty parts stand for any.
  record Target(String group, String version, String kind) {}

  private static final Comparator<FieldSpec> BY_TYPE =
      Comparator.comparing(FieldSpec::type, LegacyOrder.DEFAULT::compareTypes);

  private final Map<Topic, List<FieldSpec>> topics = new EnumMap<>(Topic.class);
  private final Map<Target, List<FieldSpec>> references = new LinkedHashMap<>();

  List<FieldSpec> of(Topic topic) {
    return topics.getOrDefault(topic, List.of());
  }

  Map<Target, List<FieldSpec>> references() {
    return references;
  }

  void add(Topic topic, FieldSpec spec) {
    topics.computeIfAbsent(topic, _ -> new ArrayList<>()).add(spec);
  }

  void addReference(Target target, FieldSpec spec) {
    references.computeIfAbsent(target, _ -> new ArrayList<>()).add(spec);
  }

  /// Takes over what others add to these.
  void addAll(FieldSpecs others) {
    others.topics.forEach((topic, specs) -> {
      List<FieldSpec> into = topics.computeIfAbsent(topic, _ -> new ArrayList<>());
      if (isSpared(topic, into, specs)) {
        return;
      }
      try {
        unite(into, specs);
      } catch (BuildFailed e) {
        throw e.within("failed to merge " + topic.title + " fieldSpec: ");
      }
    });
    others.references.forEach((target, specs) -> {
      List<FieldSpec> known = references.get(target);
      if (known == null) {
        references.put(target, new ArrayList<>(specs));
      } else if (!known.equals(specs)) {
        uniteReferences(known, specs);
      }
    });
  }

  /// The defaults contradict nothing in themselves. Nearly all kustomizations have only these, so
  /// they are taken as they are, and united with themselves by doing nothing.
  private static boolean isSpared(Topic topic, List<FieldSpec> into, List<FieldSpec> specs) {
    List<FieldSpec> defaults = DefaultFieldSpecs.ALL.of(topic);
    if (!specs.equals(defaults)) {
      return false;
    }
    if (into.isEmpty()) {
      into.addAll(specs);
      return true;
    }
    return into.equals(defaults);
  }

  private static void uniteReferences(List<FieldSpec> into, List<FieldSpec> specs) {
    try {
      specs.forEach(spec -> add(into, spec));
    } catch (BuildFailed e) {
      throw e.within("failed to merge NameReference fieldSpec: ");
    }
  }

  private static void unite(List<FieldSpec> into, List<FieldSpec> specs) {
    boolean sorted = into.isEmpty();
    int before = into.size();
    specs.forEach(spec -> add(into, spec));
    if (!sorted && into.size() > before) {
      into.sort(BY_TYPE);
    }
  }

  /// Sorts all lists, as they are after they have been united.
  FieldSpecs sorted() {
    topics.values().forEach(specs -> specs.sort(BY_TYPE));
    return this;
  }

  private static void add(List<FieldSpec> specs, FieldSpec spec) {
    for (FieldSpec known : specs) {
      if (spec.covers(known)) {
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
        "conflicting fieldspecs",
        "Give all specifications of '" + String.join("/", spec.path()) + "' the same 'create'");
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
