package dev.levada.core.sprig.text;

import static dev.levada.core.gotemplate.function.Parameter.STRING;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.value.GoStrings;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/// Functions that change the case of letters.
final class CaseFunctions {

  private static final Set<String> BY_BYTES = Set.of("initials", "snakecase", "kebabcase");

  private CaseFunctions() {}

  static List<Function> all() {
    return List.of(
        of("upper", text -> each(text, Character::toUpperCase)),
        of("lower", text -> each(text, Character::toLowerCase)),
        of("title", CaseFunctions::title),
        of("untitle", CaseFunctions::untitle),
        of("swapcase", CaseFunctions::swapped),
        of("initials", CaseFunctions::initials),
        of("snakecase", text -> WordCase.joined(text, '_')),
        of("kebabcase", text -> WordCase.joined(text, '-')),
        of("camelcase", WordCase::camel));
  }

  private static Function of(String name, UnaryOperator<String> change) {
    return Function.of(name, (_, given) -> change.apply(given(name, (String) given[0])), STRING);
  }

  // Those that go by characters turn what is no valid UTF-8 into the replacement character.
  private static String given(String name, String text) {
    return BY_BYTES.contains(name) ? text : GoStrings.valid(text);
  }

  private static String each(String text, IntUnaryOperator change) {
    var out = new StringBuilder(text.length());
    text.codePoints().map(change).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static String title(String text) {
    var out = new StringBuilder(text.length());
    int before = ' ';
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      out.appendCodePoint(separates(before) ? Character.toTitleCase(point) : point);
      before = point;
      i += Character.charCount(point);
    }
    return out.toString();
  }

  private static boolean separates(int point) {
    if (point < 0x80) {
      return point != '_' && !Character.isLetterOrDigit(point);
    }
    return Cutting.isSpace(point);
  }

  private static String untitle(String text) {
    var out = new StringBuilder(text.length());
    boolean start = true;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      out.appendCodePoint(start ? Character.toLowerCase(point) : point);
      start = Cutting.isSpace(point);
      i += Character.charCount(point);
    }
    return out.toString();
  }

  private static String swapped(String text) {
    var out = new StringBuilder(text.length());
    boolean start = true;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      out.appendCodePoint(swapped(point, start));
      start = Character.isWhitespace(point);
      i += Character.charCount(point);
    }
    return out.toString();
  }

  private static int swapped(int point, boolean start) {
    if (Letters.isUpper(point) || Character.isTitleCase(point)) {
      return Character.toLowerCase(point);
    }
    if (!Letters.isLower(point)) {
      return point;
    }
    return start ? Character.toTitleCase(point) : Character.toUpperCase(point);
  }

  // Of bytes, not of characters: what the users of the original see.
  private static String initials(String text) {
    var out = new StringBuilder();
    boolean start = true;
    for (byte b : GoStrings.bytes(text)) {
      int c = b & 0xff;
      boolean space = Cutting.isSpace(c);
      if (start && !space) {
        out.append((char) c);
      }
      start = space;
    }
    return out.toString();
  }
}
