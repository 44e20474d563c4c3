package dev.levada.cli.chart;

import dev.levada.core.digest.Sha256;
import dev.levada.core.helm.HelmFailed;
import dev.levada.core.helm.chart.Chart;
import dev.levada.core.helm.chart.ChartFile;
import dev.levada.core.helm.chart.ChartInvalid;
import dev.levada.core.helm.chart.ChartLimits;
import dev.levada.core.helm.chart.ChartReader;
import dev.levada.core.tree.TreePath;
import dev.levada.fetch.folder.DirectoryTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Charts from the disk, kept by their content. Used by one thread.
final class ChartShelf {

  private static final int MOST = 32;
  private static final int MAGIC = 0x1f8b;

  private final Map<String, Chart> kept = new LinkedHashMap<>(16, 0.75f, true);

  /// The chart at a path.
  ///
  /// @param written the path as the user wrote it
  /// @throws HelmFailed where there is none or it is malformed
  Chart chart(Path path, String written) {
    if (!Files.exists(path)) {
      boolean relative = !written.startsWith("/") && !written.startsWith(".");
      throw new HelmFailed(
          relative
              ? "non-absolute URLs should be in form of repo_name/path_to_chart, got: " + written
              : "path \"" + written + "\" not found",
          "Name a chart's folder or archive on the disk.",
          false);
    }
    try {
      return Files.isDirectory(path) ? folder(path) : archive(path, written);
    } catch (ChartInvalid e) {
      throw new HelmFailed(e.text(), e.fix(), false);
    } catch (IOException e) {
      throw new HelmFailed(
          "open " + written + ": " + e.getMessage(), "Check who may read the chart.", false);
    }
  }

  private Chart folder(Path path) throws IOException {
    if (!Files.exists(path.resolve("Chart.yaml"))) {
      Path yaml = path.toAbsolutePath().normalize().resolve("Chart.yaml");
      throw new HelmFailed(
          "unable to detect chart at " + yaml + ": open " + yaml + ": no such file or directory",
          "Name the folder that has Chart.yaml in it.",
          false);
    }
    Path real = path.toRealPath();
    Path root = real.getRoot();
    List<ChartFile> files =
        ChartReader.files(
            new DirectoryTree(root),
            new TreePath(root.relativize(real).toString()),
            ChartLimits.DEFAULT);
    MessageDigest digest = Sha256.begin();
    for (ChartFile file : files) {
      digest.update(file.name().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(Sha256.begin().digest(file.data()));
    }
    return keep(digest, () -> ChartReader.of(files, ChartLimits.DEFAULT));
  }

  private Chart archive(Path path, String written) throws IOException {
    if (Files.size(path) > ChartLimits.DEFAULT.total()) {
      throw new HelmFailed(
          "chart archive " + written + " is larger than " + ChartLimits.DEFAULT.total() + " bytes",
          "Leave out of the chart what does not belong to it.",
          false);
    }
    byte[] bytes = Files.readAllBytes(path);
    if (bytes.length < 2 || (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) != MAGIC) {
      throw new HelmFailed(
          "file '"
              + written
              + "' does not appear to be a gzipped archive; got '"
              + ContentType.of(bytes)
              + "'",
          "Pack the chart with helm package.",
          false);
    }
    MessageDigest digest = Sha256.begin();
    digest.update(bytes);
    return keep(digest, () -> ChartReader.archive(bytes, ChartLimits.DEFAULT));
  }

  private Chart keep(MessageDigest digest, java.util.function.Supplier<Chart> read) {
    String key = HexFormat.of().formatHex(digest.digest());
    Chart known = kept.get(key);
    if (known != null) {
      return known;
    }
    Chart chart = read.get();
    kept.put(key, chart);
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
    return chart;
  }
}
