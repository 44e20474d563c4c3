package dev.levada.core.kustomize;

import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import java.util.ArrayList;
import java.util.List;

/// Makes a transformer of `replacements`, those in files included (kustomize.md section 12).
record Replacements(List<ReplacementEntry> entries) implements Transformer {

  static Replacements of(List<ReplacementEntry> entries, Folder folder) {
    var all = new ArrayList<ReplacementEntry>();
    for (ReplacementEntry entry : entries) {
      if (entry.path().isEmpty()) {
        all.add(entry);
      } else {
        if (entry.source() != null || !entry.targets().isEmpty()) {
          throw new BuildFailed(
              "cannot specify both path and inline replacement", "Keep one of the two");
        }
        all.addAll(read(entry.path(), folder));
      }
    }
    return new Replacements(all);
  }

  /// The entries as messages show them: where they are read from.
  static Sequence written(List<ReplacementEntry> entries) {
    return new Sequence(
        entries.stream()
            .filter(entry -> !entry.path().isEmpty())
            .<Node>map(entry -> new Mapping().put("path", entry.path()))
            .toList());
  }

  private static List<ReplacementEntry> read(String path, Folder folder) {
    var entries = new ArrayList<ReplacementEntry>();
    try {
      for (Node document : YamlReader.documents(folder.file(path), YamlRules.KUSTOMIZATION_1_1)) {
        Sequence list = document instanceof Sequence many ? many : new Sequence(List.of(document));
        for (Node item : list) {
          if (item instanceof Mapping mapping) {
            entries.add(Fields.all(mapping, path, ReplacementEntry::read));
          }
        }
      }
    } catch (MalformedManifest e) {
      throw new BuildFailed(e.getMessage() + " in '" + path + "'", "Correct the YAML");
    }
    return entries;
  }

  @Override
  public void transform(ResourceList resources) {
    for (ReplacementEntry entry : entries) {
      if (entry.targets().isEmpty() || (entry.source() == null && entry.sourceValue() == null)) {
        throw new BuildFailed(
            "replacements must specify a source and at least one target",
            "Add 'source' or 'sourceValue', and 'targets'");
      }
      new Replacement(entry, value(entry, resources)).transform(resources);
    }
  }

  private static Node value(ReplacementEntry entry, ResourceList resources) {
    ReplacementEntry.Source source = entry.source();
    String given = entry.sourceValue();
    if (source == null) {
      return new Scalar(Scalar.Kind.STRING, given == null ? "" : given, false);
    }
    if (given != null) {
      throw new BuildFailed(
          "value and resource selectors are mutually exclusive",
          "Keep 'source' or 'sourceValue', not both");
    }
    return ReplacementSource.value(source, resources);
  }
}
