package dev.levada.cli.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Rows under headers: padded for people, and with a tab after each column for programs. The widths
/// are those of the rows it was made for, so that rows that come later line up where they fit.
public final class Table {

  private static final String SEPARATOR = "\t";

  private final List<String> headers;
  private final List<Integer> widths;
  private final boolean colours;

  private Table(List<String> headers, List<Integer> widths, boolean colours) {
    this.headers = headers;
    this.widths = widths;
    this.colours = colours;
  }

  /// A table that is wide enough for these rows.
  ///
  /// @param headers the columns' names; they are printed in capitals
  /// @param rows the rows that will be printed first; each as long as the headers
  /// @param colours whether the reader sees colours
  public static Table fitting(List<String> headers, List<List<Cell>> rows, boolean colours) {
    var widths = new ArrayList<Integer>();
    for (int column = 0; column < headers.size(); column++) {
      int at = column;
      int widest = rows.stream().mapToInt(row -> length(row.get(at).text())).max().orElse(0);
      widths.add(Math.max(widest, length(headers.get(column))));
    }
    return new Table(List.copyOf(headers), List.copyOf(widths), colours);
  }

  /// The headers as a line without its end.
  public String header() {
    return line(headers.stream().map(header -> Cell.of(header.toUpperCase(Locale.ROOT))).toList());
  }

  /// A row as a line without its end.
  public String line(List<Cell> row) {
    int last = row.size() - 1;
    var columns =
        IntStream.rangeClosed(0, last)
            .mapToObj(column ->
                row.get(column).inColumn(column == last ? 0 : widths.get(column), colours))
            .toList();
    return String.join(SEPARATOR, columns).stripTrailing();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
