package dev.levada.checks.bench;

/// A row of the table of image loads.
///
/// @param load what was done
/// @param measured what it took
/// @param wanted what it may take
record LoadRow(String load, String measured, String wanted) {

  static String head() {
    return """
    | load | measured | wanted |
    |---|---|---|
    """;
  }

  String row() {
    return "| %s | %s | %s |%n".formatted(load, measured, wanted);
  }
}
