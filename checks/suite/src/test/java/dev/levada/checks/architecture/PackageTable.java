package dev.levada.checks.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The table in `docs/architecture.md`: each package and the packages it may use. Names are without
/// the base package.
record PackageTable(Map<String, Set<String>> mayUse) {

  private static final String HEADING = "## Packages";

  static PackageTable read() throws IOException {
    List<String> lines = Files.readAllLines(root().resolve("docs/architecture.md"));
    List<String> rows =
        lines.stream()
            .dropWhile(line -> !line.equals(HEADING))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("|"))
            .skip(2)
            .toList();
    Map<String, Set<String>> table = new LinkedHashMap<>();
    for (String row : rows) {
      String[] cells = row.split("\\|", -1);
      Set<String> uses =
          Arrays.stream(cells[3].split(","))
              .map(String::strip)
              .filter(name -> !name.isEmpty())
              .collect(Collectors.toCollection(TreeSet::new));
      if (table.put(cells[1].strip(), uses) != null) {
        throw new AssertionError(
            "docs/architecture.md names package " + cells[1].strip() + " twice");
      }
    }
    return new PackageTable(table);
  }

  static Path root() {
    return Path.of(System.getProperty("levada.root", "../.."));
  }
}
