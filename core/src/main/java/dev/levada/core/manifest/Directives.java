package dev.levada.core.manifest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines before a document that tell how it is to be read. Go's readers know less of them than
/// YAML has, and refuse what they do not know.
final class Directives {

  private static final Pattern VERSION = Pattern.compile("%YAML[ \t]+(\\d+\\.\\d+)[ \t]*(#.*)?");
  private static final Pattern OTHER = Pattern.compile("%(?!(YAML|TAG)\\b)[\\w-]+([ \\t].*)?");

  private Directives() {}

  /// Refuses a directive at the beginning of a text that is unknown, or of another YAML.
  static void check(String text, YamlRules rules) {
    if (text.indexOf('%') < 0) {
      return;
    }
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher version = VERSION.matcher(line);
      if (OTHER.matcher(line).matches()) {
        throw Problems.scanned(i, i, "found unknown directive name", rules);
      }
      if (version.matches() && !version.group(1).equals("1.1")) {
        throw Problems.parsed(i, "found incompatible YAML document");
      }
      if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("%")) {
        return;
      }
    }
  }
}
