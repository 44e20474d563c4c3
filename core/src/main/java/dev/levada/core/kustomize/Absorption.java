package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How a generated object joins those that are there: beside them, merged into one of them, or in
/// its place (kustomize.md section 7.2).
record Absorption(ResourceList resources) {

  void absorb(Resource generated, String behavior) {
    List<Resource> matches = resources.having(generated.id());
    if (matches.size() > 1) {
      throw new BuildFailed(
          "merging from generator: found multiple objects "
              + NotedObject.all(matches)
              + " that could accept merge of "
              + generated.id(),
          "Rename one of them");
    }
    boolean joins = behavior.equals("merge") || behavior.equals("replace");
    if (matches.isEmpty()) {
      if (joins) {
        throw new BuildFailed(
            "merging from generator: id "
                + spelled(generated)
                + " does not exist; cannot merge or replace",
            "Remove 'behavior', or name an object that a resource or an earlier generator makes");
      }
      resources.append(generated);
      return;
    }
    if (!joins) {
      throw new BuildFailed(
          "merging from generator: id "
              + spelled(generated)
              + " exists; can not use behavior: '"
              + (behavior.isEmpty() ? "unspecified" : behavior)
              + "', behavior must be merge or replace",
          "Set 'behavior: merge' or 'behavior: replace', or rename the generator");
    }
    join(matches.getFirst(), generated, behavior.equals("merge"));
  }

  private static String spelled(Resource resource) {
    var type = resource.type();
    return "resid.ResId{Gvk:resid.Gvk{Group:\""
        + type.group()
        + "\", Version:\""
        + type.version()
        + "\", Kind:\""
        + type.kind()
        + "\", isClusterScoped:false}, Name:\""
        + resource.name()
        + "\", Namespace:\""
        + resource.namespace()
        + "\"}";
  }

  private void join(Resource old, Resource by, boolean merge) {
    Mapping was = old.root().mappingAt("metadata");
    Mapping metadata = by.root().child("metadata");
    metadata.put("name", old.name());
    if (old.namespace().isEmpty()) {
      metadata.remove("namespace");
    } else {
      metadata.put("namespace", old.namespace());
    }
    union(texts(was, "labels"), metadata, "labels");
    union(texts(was, "annotations"), metadata, "annotations");
    if (merge) {
      union(data(old.root(), "data"), by.root(), "data");
      sort(by.root().mappingAt("data"));
      union(data(old.root(), "binaryData"), by.root(), "binaryData");
      if (by.root().mappingAt("data").isEmpty()) {
        by.root().remove("data");
      }
    }
    for (Mapping pairs :
        List.of(
            metadata.mappingAt("labels"),
            metadata.mappingAt("annotations"),
            by.root().mappingAt("data"),
            by.root().mappingAt("binaryData"))) {
      by.rememberPlainKeys(pairs.entries().keySet());
    }
    by.hashed(old.isHashed() && by.isHashed());
    String origin = by.origin();
    by.inherit(old);
    if (!merge && !origin.isEmpty()) {
      by.setOrigin(origin);
    }
    requireSameKind(old, by);
    resources.replace(old, by);
  }

  /// A patch may have changed the kind since; the object is still known by what it was.
  private static void requireSameKind(Resource old, Resource by) {
    if (!old.id().isSame(by.id())) {
      throw new BuildFailed(
          "merging from generator: cannot find resource with id " + by.id() + " to replace",
          "The object that it is to join is now " + old.id() + ": leave its kind as it is");
    }
  }

  /// Labels and annotations become texts when two objects are joined.
  private static Mapping texts(Mapping metadata, String field) {
    return texts(metadata, field, Scalar::text);
  }

  /// So does what they hold, where a null is an empty text.
  private static Mapping data(Mapping root, String field) {
    return texts(root, field, scalar -> scalar.isNull() ? "" : scalar.text());
  }

  private static Mapping texts(Mapping from, String field, Function<Scalar, String> text) {
    var texts = new Mapping();
    if (from.get(field) instanceof Mapping pairs) {
      Mapping copy = pairs.copy();
      copy.entries()
          .replaceAll((_, value) ->
              new Scalar(
                  Scalar.Kind.STRING,
                  value instanceof Scalar scalar ? text.apply(scalar) : "",
                  true));
      texts.put(field, copy);
    }
    return texts;
  }

  private static void sort(Mapping data) {
    var sorted = new TreeMap<>(data.entries());
    data.entries().clear();
    data.entries().putAll(sorted);
  }

  private static void union(Mapping old, Mapping by, String field) {
    @Nullable Mapping before = old.get(field) instanceof Mapping mapping ? mapping : null;
    if (before != null && !before.isEmpty()) {
      Mapping after = by.child(field);
      before.entries().forEach((key, value) -> after.entries().putIfAbsent(key, value.copy()));
    }
  }
}
