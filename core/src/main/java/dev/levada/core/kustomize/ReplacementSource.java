package dev.levada.core.kustomize;

import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import java.util.List;
import java.util.stream.Stream;

/// Finds the value that a replacement copies.
final class ReplacementSource {

  private ReplacementSource() {}

  static Node value(ReplacementEntry.Source source, ResourceList resources) {
    Resource from = resource(source, resources);
    String path = source.fieldPath();
    if (List.of(path.split("\\.")).contains("*")) {
      throw new BuildFailed(
          "wildcard is not supported in the source path '" + path + "'", "Name one element");
    }
    List<Place> places = ReplacementPath.of(path, true).places(from.root(), false);
    Node value = places.isEmpty() ? Scalar.NULL : places.getFirst().get();
    if (value instanceof Scalar scalar && scalar.isNull()) {
      throw new BuildFailed(
          "fieldPath `" + path + "` is missing for replacement source " + source.shown(),
          "Correct the path, or add the field to " + from.id());
    }
    return part(source.part(), value);
  }

  private static Resource resource(ReplacementEntry.Source source, ResourceList resources) {
    List<Resource> matches =
        resources.items().stream()
            .filter(resource ->
                Stream.concat(Stream.of(resource.id()), resource.previousIds().stream())
                    .anyMatch(source::matches))
            .toList();
    if (matches.isEmpty()) {
      throw new BuildFailed(
          "nothing selected by " + source,
          "Correct the source, or add the object to the resources");
    }
    if (matches.size() > 1) {
      throw new BuildFailed(
          "multiple matches for selector " + source, "Add a name or a namespace to the source");
    }
    return matches.getFirst();
  }

  private static Node part(ReplacementEntry.Part part, Node value) {
    if (part.delimiter().isEmpty()) {
      return value;
    }
    if (!(value instanceof Scalar scalar)) {
      throw new BuildFailed(
          "delimiter option can only be used with scalar nodes", "Remove the delimiter");
    }
    List<String> parts = part.split(scalar.text());
    if (part.index() < 0 || part.index() >= parts.size()) {
      throw new BuildFailed(
          "options.index " + part.index() + " is out of bounds for value " + scalar.text(),
          "Name a part from 0 to " + (parts.size() - 1));
    }
    return new Scalar(Scalar.Kind.STRING, parts.get(part.index()), false);
  }
}
