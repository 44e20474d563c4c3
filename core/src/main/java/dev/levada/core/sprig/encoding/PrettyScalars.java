package dev.levada.core.sprig.encoding;

import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import java.util.Base64;

/// Strings in the style that `toYamlPretty` gives them.
final class PrettyScalars {

  private static final String INDICATORS = "#,[]{}&*!|>'\"%@`";

  private static final int MARK = 0xFEFF;

  private PrettyScalars() {}

  static String text(String text, int indent) {
    if (!GoStrings.valid(text).equals(text)) {
      return "!!binary " + Base64.getEncoder().encodeToString(GoStrings.bytes(text));
    }
    if (isMultiLine(text)) {
      return literal(text, Math.max(indent, 2));
    }
    if (readsAsOther(text)) {
      return doubleQuoted(text);
    }
    if (needsEscapes(text)) {
      return doubleQuoted(text);
    }
    return isPlain(text) ? text : "'" + text.replace("'", "''") + "'";
  }

  private static boolean isMultiLine(String text) {
    String flat = text.replace("\n", "").replace("\t", "");
    return text.indexOf('\n') >= 0
        && !needsEscapes(flat)
        && !text.contains(" \n")
        && !text.endsWith(" ");
  }

  private static String literal(String text, int indent) {
    var out = new StringBuilder("|");
    if (text.startsWith(" ") || text.startsWith("\n")) {
      out.append('2');
    }
    if (!text.endsWith("\n")) {
      out.append('-');
    } else if (text.endsWith("\n\n") || text.equals("\n")) {
      out.append('+');
    }
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    for (String line : body.split("\n", -1)) {
      out.append('\n');
      if (!line.isEmpty()) {
        out.append(" ".repeat(indent)).append(line);
      }
    }
    return out.toString();
  }

  private static boolean readsAsOther(String text) {
    return text.isEmpty()
        || YamlReader.scalar(text, YamlRules.KUSTOMIZATION_1_1).kind() != Scalar.Kind.STRING
        || YamlReader.scalar(text, YamlRules.RESOURCE_V3).kind() != Scalar.Kind.STRING
        || text.matches("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[Tt ].*")
        || text.matches("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
  }

  private static boolean needsEscapes(String text) {
    return text.codePoints()
        .anyMatch(point ->
            point < ' ' || (point >= 0x7f && point < 0xA0) || point == MARK || point > 0xFFFD);
  }

  private static boolean isPlain(String text) {
    char first = text.charAt(0);
    if (first == ' ' || text.endsWith(" ") || INDICATORS.indexOf(first) >= 0) {
      return false;
    }
    boolean lone = text.length() == 1 || text.charAt(1) == ' ';
    return !(lone && "-?:".indexOf(first) >= 0) && !readsAsStructure(text);
  }

  private static boolean readsAsStructure(String text) {
    return text.contains(": ")
        || text.contains(" #")
        || text.endsWith(":")
        || text.startsWith("---")
        || text.startsWith("...");
  }

  private static String doubleQuoted(String text) {
    var out = new StringBuilder("\"");
    text.codePoints().forEach(point -> escape(out, point));
    return out.append('"').toString();
  }

  private static void escape(StringBuilder out, int point) {
    int known = "\0\u0007\b\t\n\u000b\f\r\u001b\"\\\u0085\u00a0\u2028\u2029".indexOf(point);
    if (known >= 0 && point != 0xA0) {
      out.append('\\').append("0abtnvfre\"\\N_LP".charAt(known));
    } else if (point < ' ' || (point >= 0x7f && point < 0xA0)) {
      out.append(String.format(java.util.Locale.ROOT, "\\x%02X", point));
    } else if (point > 0xFFFF) {
      out.append(String.format(java.util.Locale.ROOT, "\\U%08X", point));
    } else if (point == MARK || point > 0xFFFD) {
      out.append(String.format(java.util.Locale.ROOT, "\\u%04X", point));
    } else {
      out.appendCodePoint(point);
    }
  }
}
