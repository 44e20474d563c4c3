package dev.levada.cli.chart;

import dev.levada.core.helm.HelmFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/// Writes each template's objects to a file of its own.
final class OutputFolder {

  private static final String SOURCE = "---\n# Source: ";

  private OutputFolder() {}

  /// What is said about it.
  static String write(TemplateOptions options, String stream) {
    Path folder = options.outputDir == null ? Path.of("") : options.outputDir;
    String name =
        options.releaseName && options.positional.size() == 2 ? options.positional.getFirst() : "";
    Path root = name.isEmpty() ? folder : folder.resolve(name);
    var said = new StringBuilder();
    Set<Path> begun = new HashSet<>();
    for (String part : stream.split("(?m)^(?=---\\n# Source: )", -1)) {
      if (part.startsWith(SOURCE)) {
        String path = part.substring(SOURCE.length(), part.indexOf('\n', SOURCE.length()));
        Path file = root.resolve(path).normalize();
        write(root, file, part, begun.add(file));
        said.append("wrote ").append(file).append('\n');
      }
    }
    return said.append('\n').toString();
  }

  private static void write(Path root, Path file, String part, boolean first) {
    if (!file.startsWith(root.normalize())) {
      throw new HelmFailed(
          "'" + file + "' lies outside of '" + root + "'", "Rename the chart or its file.", false);
    }
    try {
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      if (first) {
        Files.writeString(file, part);
      } else {
        Files.writeString(file, part, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw new HelmFailed(
          "'" + file + "' cannot be written (" + e.getClass().getSimpleName() + ")",
          "Name a folder that you may write to.",
          false);
    }
  }
}
