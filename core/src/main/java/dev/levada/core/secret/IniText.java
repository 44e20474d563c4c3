package dev.levada.core.secret;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;

/// Sections of `name = value` lines.
final class IniText {

  private static final String NO_SECTION = "DEFAULT";

  private IniText() {}

  /// The sections, with the metadata below `sops`.
  static Mapping read(String text) {
    var sections = new Mapping();
    Mapping section = new Mapping();
    sections.put(NO_SECTION, section);
    for (String raw : text.lines().toList()) {
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        section = sections.child(line.substring(1, line.length() - 1));
      } else {
        entry(section, line);
      }
    }
    if (sections.mappingAt(NO_SECTION).isEmpty()) {
      sections.remove(NO_SECTION);
    }
    if (sections.has("sops")) {
      sections.put("sops", FlatMetadata.read(sections.mappingAt("sops")));
    }
    return sections;
  }

  private static void entry(Mapping section, String line) {
    int sign = line.indexOf('=');
    if (sign < 0) {
      throw new DecryptionFailed(
          "a line of the ini file has no '='", "Write each line as name = value");
    }
    String value = line.substring(sign + 1).strip();
    if (value.length() >= 2 && (quoted(value, '`') || quoted(value, '"'))) {
      value = value.substring(1, value.length() - 1);
    }
    section.put(line.substring(0, sign).strip(), new Scalar(Scalar.Kind.STRING, value, true));
  }

  private static boolean quoted(String value, char quote) {
    return value.charAt(0) == quote && value.charAt(value.length() - 1) == quote;
  }

  static String write(Mapping sections) {
    var text = new StringBuilder();
    for (var entry : sections.entries().entrySet()) {
      Node section = entry.getValue();
      if (!entry.getKey().equals(NO_SECTION)) {
        text.append('[').append(entry.getKey()).append("]\n");
      }
      if (section instanceof Mapping mapping) {
        write(mapping, text);
      }
    }
    return text.toString();
  }

  private static void write(Mapping section, StringBuilder text) {
    int width = section.entries().keySet().stream().mapToInt(String::length).max().orElse(0);
    section
        .texts()
        .forEach((name, value) ->
            text.append(name)
                .repeat(' ', width - name.length())
                .append(" = ")
                .append(value)
                .append('\n'));
    text.append('\n');
  }
}
