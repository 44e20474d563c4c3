package dev.levada.checks.bars;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// `make bars`: counts the points of comparison and prints them as a table; with `--names` also the
/// places behind the figures.
public final class Bars {

  private final List<SourceFile> files;

  private Bars(List<SourceFile> files) {
    this.files = files;
  }

  /// Prints the table.
  public static void main(String[] arguments) throws IOException {
    Bars bars = of(Path.of(System.getProperty("levada.root", ".")));
    System.out.println("| point | what is counted | ours | bar | met |");
    System.out.println("|---|---|---|---|---|");
    bars.rows().forEach(row -> System.out.println(row.text()));
    if (List.of(arguments).contains("--names")) {
      bars.places().forEach(System.out::println);
    }
  }

  /// Reads all sources of a checkout.
  public static Bars of(Path root) throws IOException {
    return new Bars(Sources.parse(root.toAbsolutePath().normalize()));
  }

  /// All points.
  public List<Row> rows() {
    return new Figures(files).rows();
  }

  /// What stands behind the figures, one place a line.
  public List<String> places() {
    return new Figures(files).places();
  }
}
