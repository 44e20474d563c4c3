package dev.levada.core.helm.chart;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The files of a chart that is packed as a compressed tar, without the one folder around them.
final class ChartArchive {

  private static final String FIX = "Pack the chart again with helm package.";

  private final ChartLimits limits;
  private final List<ChartFile> files = new ArrayList<>();
  private long total;
  private int entries;

  private ChartArchive(ChartLimits limits) {
    this.limits = limits;
  }

  /// @param archive the packed bytes
  /// @throws ChartInvalid where the archive is damaged, too large, or names paths outside of it
  static List<ChartFile> read(byte[] archive, ChartLimits limits) {
    var reader = new ChartArchive(limits);
    try (var in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
      reader.read(new TarReader(new BoundedStream(in, limits.total() * 2)));
    } catch (ZipException e) {
      throw new ChartInvalid("gzip: invalid header", FIX);
    } catch (IOException e) {
      throw new ChartInvalid(String.valueOf(e.getMessage()), FIX);
    }
    if (reader.files.isEmpty()) {
      throw new ChartInvalid("no files in chart archive", FIX);
    }
    return reader.files;
  }

  private void read(TarReader tar) throws IOException {
    for (Optional<TarReader.Entry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
      entries++;
      if (entries > limits.files()) {
        throw new ChartInvalid(
            "chart archive has more than " + limits.files() + " entries",
            "Leave out of the chart what does not belong to it.");
      }
      if (entry.get().isFile() && !entry.get().isFolder()) {
        add(entry.get(), tar);
      }
    }
  }

  private void add(TarReader.Entry entry, TarReader tar) throws IOException {
    String name = inside(entry.name());
    if (entry.size() > limits.file()) {
      throw new ChartInvalid(
          "decompressed chart file \""
              + entry.name()
              + "\" is larger than the maximum file size "
              + limits.file(),
          "Leave it out of the chart.");
    }
    total += entry.size();
    if (total > limits.total()) {
      throw new ChartInvalid(
          "decompressed chart is larger than the maximum size " + limits.total(),
          "Leave out of the chart what does not belong to it.");
    }
    files.add(new ChartFile(name, tar.content()));
  }

  /// The path inside the chart.
  private static String inside(String name) {
    String path = name.indexOf('\\') < 0 ? name : name.replace('\\', '/');
    int slash = path.indexOf('/');
    if (slash < 0) {
      throw new ChartInvalid(
          "chart illegally contains content outside the base directory: \"" + name + "\"", FIX);
    }
    if (slash == 0 || path.matches("^[a-zA-Z]:/.*")) {
      throw new ChartInvalid("chart illegally contains absolute paths", FIX);
    }
    String rest = clean(path.substring(slash + 1));
    if (rest.equals("..") || rest.startsWith("../")) {
      throw new ChartInvalid("chart illegally references parent directory", FIX);
    }
    if (rest.isEmpty()) {
      throw new ChartInvalid("chart illegally contains content outside the base directory", FIX);
    }
    if (path.substring(0, slash).equals("..")) {
      throw new ChartInvalid("chart illegally references parent directory", FIX);
    }
    if (path.startsWith("Chart.yaml/")) {
      throw new ChartInvalid("chart yaml not in base directory", FIX);
    }
    return rest;
  }

  private static String clean(String path) {
    var names = new ArrayList<String>();
    for (String name : path.split("/", -1)) {
      if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
        names.removeLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return String.join("/", names);
  }
}
