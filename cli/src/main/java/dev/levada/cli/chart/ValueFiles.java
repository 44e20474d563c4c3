package dev.levada.cli.chart;

import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.helm.values.SetInvalid;
import dev.levada.core.helm.values.ValueSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the files that values come from.
final class ValueFiles {

  private static final long LARGEST = 100L << 20;

  private ValueFiles() {}

  /// @throws SetInvalid where a file cannot be read
  static ValueSources sources(TemplateOptions options) {
    var files =
        options.values.stream()
            .filter(name -> !name.isEmpty())
            .map(name -> new ValueSources.ValuesFile(name, content(name)))
            .toList();
    return new ValueSources(
        files,
        options.setJson,
        options.set,
        options.setString,
        options.setFile,
        options.setLiteral);
  }

  static String content(String name) {
    try {
      if (name.equals("-")) {
        return GoStrings.of(System.in.readAllBytes());
      }
      Path path = Path.of(name);
      if (name.isEmpty() || !Files.exists(path)) {
        throw new SetInvalid("open " + name + ": no such file or directory");
      }
      if (Files.isDirectory(path)) {
        throw new SetInvalid("read " + name + ": is a directory");
      }
      if (Files.size(path) > LARGEST) {
        throw new SetInvalid("read " + name + ": larger than " + LARGEST + " bytes");
      }
      return GoStrings.of(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new SetInvalid("open " + name + ": " + e.getMessage());
    }
  }
}
