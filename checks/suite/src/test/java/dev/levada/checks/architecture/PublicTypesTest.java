package dev.levada.checks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every public type says what it is and for whom.
final class PublicTypesTest {

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "^\\s*public (?:(?:static|final|sealed|non-sealed|abstract) )*(?:class|record|interface|enum|@interface) (\\w+).*");

  @Test
  void everyPublicTypeIsDocumented() throws IOException {
    var undocumented = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(PackageTable.root())) {
      files
          .filter(file ->
              file.toString().endsWith(".java") && file.toString().contains("src/main/java"))
          .forEach(file -> undocumented.addAll(undocumented(file)));
    }
    assertThat(undocumented).isEmpty();
  }

  private static List<String> undocumented(Path file) {
    List<String> lines = lines(file);
    return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
        .filter(i -> PUBLIC_TYPE.matcher(lines.get(i)).matches())
        .filter(i -> !isDocumented(lines, i))
        .map(i -> file.getFileName() + ":" + (i + 1))
        .toList();
  }

  // The comment stands above the annotations, and these may take several lines: whatever is above
  // up to the next blank line.
  private static boolean isDocumented(List<String> lines, int at) {
    for (int above = at - 1; above >= 0 && !lines.get(above).isBlank(); above--) {
      if (lines.get(above).strip().startsWith("///")) {
        return true;
      }
    }
    return false;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
