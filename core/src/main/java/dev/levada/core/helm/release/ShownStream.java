package dev.levada.core.helm.release;

import dev.levada.core.helm.chart.ShellGlob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What `--show-only` picks from a release's text.
///
/// @param text the documents that were picked
/// @param missing the first pattern that matches none
public record ShownStream(String text, Optional<String> missing) {

  private static final String SOURCE = "# Source: ";

  /// Splits the text again and picks, in the order of the patterns, what comes from templates whose
  /// path in the chart matches.
  public static ShownStream pick(String stream, List<String> patterns) {
    List<String> documents = Documents.split(stream);
    var text = new StringBuilder();
    for (String pattern : patterns) {
      List<String> found = new ArrayList<>();
      for (String document : documents) {
        if (matches(pattern, path(document))) {
          found.add(document);
        }
      }
      if (found.isEmpty()) {
        return new ShownStream("", Optional.of(pattern));
      }
      found.forEach(document -> text.append("---\n").append(document).append('\n'));
    }
    return new ShownStream(text.toString(), Optional.empty());
  }

  /// The text.
  ///
  /// @param failure what to throw where a pattern matches nothing
  public <X extends RuntimeException> String orElseThrow(Function<String, X> failure) {
    if (missing.isPresent()) {
      throw failure.apply(missing.get());
    }
    return text;
  }

  /// The path in the chart; empty where the document does not say where it comes from.
  private static String path(String document) {
    if (!document.startsWith(SOURCE)) {
      return "";
    }
    int end = document.indexOf('\n');
    String source = document.substring(SOURCE.length(), end < 0 ? document.length() : end);
    return source.substring(source.indexOf('/') + 1);
  }

  private static boolean matches(String pattern, String path) {
    try {
      return !path.isEmpty() && new ShellGlob(pattern).matches(path);
    } catch (ShellGlob.Malformed e) {
      return false;
    }
  }
}
