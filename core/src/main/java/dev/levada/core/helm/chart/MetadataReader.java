package dev.levada.core.helm.chart;

import dev.levada.core.helm.table.YamlInvalid;
import dev.levada.core.helm.table.YamlValues;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads Chart.yaml and requirements.yaml.
final class MetadataReader {

  private MetadataReader() {}

  /// @param yaml the content of Chart.yaml
  /// @param requirements the content of requirements.yaml, whose dependencies come on top
  /// @throws ChartInvalid where either is malformed or says what is not allowed
  static ChartMetadata read(byte[] yaml, Optional<byte[]> requirements) {
    ChartMetadata metadata =
        guarded(
            "Chart.yaml",
            () ->
                read(new MetadataFields(YamlValues.mapping(yaml, "loader.chartBase"), "Metadata")));
    if (requirements.isEmpty()) {
      return metadata;
    }
    var more =
        guarded(
            "requirements.yaml",
            () ->
                dependencies(
                    new MetadataFields(
                        YamlValues.mapping(requirements.get(), "v2.Metadata"), "Metadata")));
    // What Chart.yaml itself said is replaced, not joined.
    return metadata.with(metadata.name(), more.isEmpty() ? metadata.dependencies() : more);
  }

  /// Chart.lock is not needed to render, but has to be one.
  static void checkLock(Optional<byte[]> yaml) {
    yaml.ifPresent(lock ->
        guarded(
            "Chart.lock",
            () -> dependencies(new MetadataFields(YamlValues.mapping(lock, "v2.Lock"), "Lock"))));
  }

  private static <T> T guarded(String file, java.util.function.Supplier<T> read) {
    try {
      return read.get();
    } catch (YamlInvalid e) {
      throw new ChartInvalid(
          "cannot load " + file + ": " + e.text(), "Correct " + file + " at the place named.");
    }
  }

  private static ChartMetadata read(MetadataFields fields) {
    String apiVersion = clean(fields.text("apiVersion"));
    return new ChartMetadata(
        apiVersion.isEmpty() ? "v1" : apiVersion,
        clean(fields.text("name")),
        clean(fields.text("version")),
        clean(fields.text("kubeVersion")),
        clean(fields.text("description")),
        clean(fields.text("type")),
        fields.texts("keywords").stream().map(MetadataReader::clean).toList(),
        clean(fields.text("home")),
        fields.texts("sources").stream().map(MetadataReader::clean).toList(),
        dependencies(fields),
        maintainers(fields),
        clean(fields.text("icon")),
        clean(fields.text("appVersion")),
        fields.flag("deprecated"),
        fields.textMap("annotations"),
        clean(fields.text("condition")),
        clean(fields.text("tags")));
  }

  private static List<Maintainer> maintainers(MetadataFields fields) {
    var all = new ArrayList<Maintainer>();
    for (Optional<MetadataFields> each : fields.objects("maintainers", "v2.Maintainer")) {
      MetadataFields one =
          each.orElseThrow(() ->
              MetadataRules.broken(
                  "maintainers must not contain empty or null nodes",
                  "Remove the empty entry from maintainers."));
      all.add(
          new Maintainer(
              clean(one.text("name")), clean(one.text("email")), clean(one.text("url"))));
    }
    return all;
  }

  private static List<ChartDependency> dependencies(MetadataFields fields) {
    var all = new ArrayList<ChartDependency>();
    for (Optional<MetadataFields> each : fields.objects("dependencies", "v2.Dependency")) {
      MetadataFields one =
          each.orElseThrow(() ->
              MetadataRules.broken(
                  "dependencies must not contain empty or null nodes",
                  "Remove the empty entry from dependencies."));
      all.add(dependency(one));
    }
    return all;
  }

  private static ChartDependency dependency(MetadataFields fields) {
    return new ChartDependency(
        clean(fields.text("name")),
        clean(fields.text("version")),
        clean(fields.text("repository")),
        clean(fields.text("condition")),
        fields.texts("tags").stream().map(MetadataReader::clean).toList(),
        fields.flag("enabled"),
        fields.list("import-values", "[]interface {}", MetadataReader::valueImport).stream()
            .flatMap(Optional::stream)
            .toList(),
        clean(fields.text("alias")));
  }

  private static Optional<ValueImport> valueImport(Node node) {
    return switch (node) {
      case Mapping move ->
          Optional.of(new ValueImport.Move(move.textAt("child"), move.textAt("parent")));
      case Scalar scalar when scalar.kind() == Scalar.Kind.STRING ->
          Optional.of(new ValueImport.Export(scalar.text()));
      case Scalar _, Sequence _ -> Optional.empty();
    };
  }

  /// Without characters that cannot be seen; white space becomes blanks.
  private static String clean(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return text;
    }
    var clean = new StringBuilder();
    text.codePoints()
        .map(point -> Character.isWhitespace(point) || Character.isSpaceChar(point) ? ' ' : point)
        .filter(point -> !isHidden(point))
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
