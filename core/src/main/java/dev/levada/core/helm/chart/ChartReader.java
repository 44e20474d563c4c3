package dev.levada.core.helm.chart;

import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.helm.table.ValuesText;
import dev.levada.core.helm.table.YamlInvalid;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads charts: a folder or an archive becomes files, files become a chart with its subcharts.
public final class ChartReader {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final ChartLimits limits;
  private int subcharts;

  private ChartReader(ChartLimits limits) {
    this.limits = limits;
  }

  /// Reads the chart in a folder.
  ///
  /// @throws ChartInvalid where there is none or it is malformed
  public static Chart folder(Tree tree, TreePath folder, ChartLimits limits) {
    return of(files(tree, folder, limits), limits);
  }

  /// The files of the chart in a folder, without what `.helmignore` leaves out.
  ///
  /// @throws ChartInvalid where it is too large or a link leads out of the tree
  public static List<ChartFile> files(Tree tree, TreePath folder, ChartLimits limits) {
    return ChartFolder.read(tree, folder, limits);
  }

  /// Reads a packed chart.
  ///
  /// @throws ChartInvalid where the archive is damaged or what it holds is no chart
  public static Chart archive(byte[] archive, ChartLimits limits) {
    return of(ChartArchive.read(archive, limits), limits);
  }

  /// Makes a chart of its files.
  ///
  /// @throws ChartInvalid where they are no chart
  public static Chart of(List<ChartFile> files, ChartLimits limits) {
    return new ChartReader(limits).assemble(files, 0);
  }

  private Chart assemble(List<ChartFile> all, int depth) {
    if (depth > limits.depth()) {
      throw new ChartInvalid(
          "charts are nested more than " + limits.depth() + " deep",
          "Flatten the charts in charts/.");
    }
    List<ChartFile> files = all.stream().map(ChartReader::withoutMark).toList();
    byte[] yaml =
        find(files, "Chart.yaml")
            .orElseThrow(() ->
                new ChartInvalid(
                    "Chart.yaml file is missing",
                    "Name the folder or the archive that has Chart.yaml at its top."));
    ChartMetadata metadata = MetadataReader.read(yaml, find(files, "requirements.yaml"));
    if (!metadata.apiVersion().equals("v1") && !metadata.apiVersion().equals("v2")) {
      throw new ChartInvalid(
          depth == 0 && !metadata.apiVersion().equals("v3")
              ? "unsupported chart version"
              : "invalid chart apiVersion",
          "Set apiVersion in Chart.yaml to v2 (found '" + metadata.apiVersion() + "').");
    }
    MetadataReader.checkLock(find(files, "Chart.lock"));
    MetadataRules.check(metadata);
    return new Chart(
        metadata, values(files), contents(metadata, files), subcharts(metadata, files, depth));
  }

  private static ChartContents contents(ChartMetadata metadata, List<ChartFile> files) {
    var templates = new ArrayList<ChartFile>();
    var others = new ArrayList<ChartFile>();
    var raw = new ArrayList<ChartFile>();
    for (ChartFile file : files) {
      if (file.name().startsWith("charts/")) {
        continue;
      }
      raw.add(file);
      if (file.name().startsWith("templates/")) {
        templates.add(file);
      } else if (isForTemplates(metadata, file.name())) {
        others.add(file);
      }
    }
    return new ChartContents(
        find(files, "values.schema.json"),
        find(files, "Chart.lock").or(() -> find(files, "requirements.lock")),
        templates,
        others,
        raw);
  }

  private static boolean isForTemplates(ChartMetadata metadata, String name) {
    return switch (name) {
      case "Chart.yaml", "Chart.lock", "values.yaml", "values.schema.json" -> false;
      case "requirements.yaml", "requirements.lock" -> metadata.apiVersion().equals("v1");
      default -> true;
    };
  }

  private static GoMap values(List<ChartFile> files) {
    Optional<byte[]> yaml = find(files, "values.yaml");
    if (yaml.isEmpty()) {
      return GoMap.create();
    }
    try {
      return ValuesText.read(yaml.get());
    } catch (YamlInvalid e) {
      throw new ChartInvalid(
          "cannot load values.yaml: " + e.text(),
          "Correct values.yaml of the chart at the line named.");
    }
  }

  private List<Chart> subcharts(ChartMetadata metadata, List<ChartFile> files, int depth) {
    Map<String, List<ChartFile>> groups = new TreeMap<>();
    for (ChartFile file : files) {
      if (file.name().startsWith("charts/")) {
        String path = file.name().substring("charts/".length());
        groups
            .computeIfAbsent(path.split("/", 2)[0], _ -> new ArrayList<>())
            .add(file.renamed(path));
      }
    }
    var all = new ArrayList<Chart>();
    groups.forEach((name, group) -> {
      if (!name.startsWith("_") && !name.startsWith(".") && !name.endsWith(".prov")) {
        all.add(subchart(metadata, name, group, depth));
      }
    });
    return all;
  }

  private Chart subchart(ChartMetadata parent, String name, List<ChartFile> group, int depth) {
    subcharts++;
    if (subcharts > limits.files()) {
      throw new ChartInvalid("the chart has more than " + limits.files() + " subcharts", "");
    }
    try {
      return assemble(unpacked(name, group), depth + 1);
    } catch (ChartInvalid e) {
      throw new ChartInvalid(
          "error unpacking subchart " + name + " in " + parent.name() + ": " + e.text(), e.fix());
    }
  }

  private List<ChartFile> unpacked(String name, List<ChartFile> group) {
    boolean folder = group.getFirst().name().contains("/");
    if (name.endsWith(".tgz") && !folder) {
      return ChartArchive.read(group.getFirst().data(), limits);
    }
    return folder
        ? group.stream()
            .map(file -> file.renamed(file.name().substring(name.length() + 1)))
            .toList()
        : List.of();
  }

  private static Optional<byte[]> find(List<ChartFile> files, String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst().map(ChartFile::data);
  }

  private static ChartFile withoutMark(ChartFile file) {
    byte[] data = file.data();
    boolean marked = data.length >= 3 && Arrays.equals(data, 0, 3, BYTE_ORDER_MARK, 0, 3);
    return marked ? new ChartFile(file.name(), Arrays.copyOfRange(data, 3, data.length)) : file;
  }
}
