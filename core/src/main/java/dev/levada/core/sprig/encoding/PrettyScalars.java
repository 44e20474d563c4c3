package dev.levada.core.sprig.encoding;

import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.core.manifest.YamlWriter;
import java.util.Base64;
import java.util.regex.Pattern;

/// Strings in the style that `toYamlPretty` gives them.
final class PrettyScalars {

  private static final String INDICATORS = "#,[]{}&*!|>'\"%@`";

  private static final Pattern OTHER_BREAK = Pattern.compile("[\u2028\u2029]");
  private static final Pattern BEHIND_BREAK =
      Pattern.compile("(?<=[\u2028\u2029])(?=[^\u2028\u2029])");
  private static final Pattern BLANK_BEFORE_BREAK = Pattern.compile(" [\n\u2028\u2029]");
  private static final Pattern BESIDE_BLANK = Pattern.compile(" [\u2028\u2029]|[\u2028\u2029] ");

  private static final int MARK = 0xFEFF;

  private PrettyScalars() {}

  static String text(String text, int indent) {
    if (!GoStrings.valid(text).equals(text)) {
      return "!!binary " + Base64.getEncoder().encodeToString(GoStrings.bytes(text));
    }
    if (isMultiLine(text)) {
      return YamlWriter.block(text, Math.max(indent, 2));
    }
    if (readsAsOther(text) || needsEscapes(text)) {
      return YamlWriter.doubleQuoted(text);
    }
    if (OTHER_BREAK.matcher(text).find()) {
      return broken(text, Math.max(indent, 2));
    }
    return isPlain(text) ? text : singleQuoted(text);
  }

  private static String singleQuoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /// What stands behind a line break of another alphabet is indented like a line of its own.
  private static String broken(String text, int indent) {
    return BESIDE_BLANK.matcher(text).find()
        ? YamlWriter.doubleQuoted(text)
        : singleQuoted(BEHIND_BREAK.matcher(text).replaceAll(" ".repeat(indent)));
  }

  private static boolean isMultiLine(String text) {
    String flat = text.replace("\n", "").replace("\t", "");
    return text.indexOf('\n') >= 0
        && !needsEscapes(flat)
        && !BLANK_BEFORE_BREAK.matcher(text).find()
        && !text.endsWith(" ");
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
}
