package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A build's objects, each in a file of its own, named as `kustomize build -o FOLDER` names them.
public final class OutputFiles {

  private OutputFiles() {}

  /// File names and texts, in the order of the objects. Names say the namespace where there are
  /// several.
  ///
  /// @throws BuildFailed where an object's name can not be a file's
  public static Map<String, String> of(List<Manifest> manifests) {
    boolean several =
        manifests.stream()
                .filter(manifest -> !ClusterScoped.includes(manifest.type()))
                .map(OutputFiles::namespace)
                .distinct()
                .count()
            > 1;
    var files = new LinkedHashMap<String, String>();
    for (Manifest manifest : manifests) {
      files.put(name(manifest, several), YamlWriter.text(manifest.root()));
    }
    return files;
  }

  private static String name(Manifest manifest, boolean several) {
    GroupVersionKind type = manifest.type();
    String namespace = several && !ClusterScoped.includes(type) ? namespace(manifest) : "";
    String name =
        Stream.of(namespace, type.group(), type.version(), type.kind(), manifest.name())
            .filter(part -> !part.isEmpty())
            .map(part -> part.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("_"));
    if (name.indexOf('/') >= 0) {
      throw new BuildFailed(
          "open "
              + name
              + ".yaml: no such file or directory: the name of "
              + manifest.id()
              + " holds a slash",
          "Write all objects to one file");
    }
    return name + ".yaml";
  }

  private static String namespace(Manifest manifest) {
    return manifest.namespace().isEmpty() ? "default" : manifest.namespace();
  }
}
