package dev.levada.core.sprig.text;

import static dev.levada.core.gotemplate.function.Parameter.ANY;
import static dev.levada.core.gotemplate.function.Parameter.INT;
import static dev.levada.core.gotemplate.function.Parameter.STRING;

import dev.levada.core.gotemplate.format.Quotes;
import dev.levada.core.gotemplate.function.Call;
import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoSlice;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.gotemplate.value.MapType;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.sprig.cast.Cast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Functions that cut, join, quote and search strings.
public final class TextFunctions {

  private TextFunctions() {}

  /// All functions of this package.
  public static List<Function> all() {
    var all = new ArrayList<Function>();
    all.addAll(searching());
    all.addAll(cutting());
    all.addAll(shortening());
    all.addAll(splitting());
    all.addAll(joining());
    all.addAll(CaseFunctions.all());
    all.addAll(RegexFunctions.all());
    all.addAll(RandomFunctions.all());
    return all;
  }

  private static List<Function> searching() {
    return List.of(
        Function.of(
            "contains", (_, given) -> text(given, 1).contains(text(given, 0)), STRING, STRING),
        Function.of(
            "hasPrefix", (_, given) -> text(given, 1).startsWith(text(given, 0)), STRING, STRING),
        Function.of(
            "hasSuffix", (_, given) -> text(given, 1).endsWith(text(given, 0)), STRING, STRING),
        Function.of("hello", (_, _) -> "Hello!"),
        Function.of(
            "plural",
            (_, given) -> (Long) given[2] == 1 ? given[0] : given[1],
            STRING,
            STRING,
            INT),
        Function.of(
            "replace",
            (call, given) -> replace(call, text(given, 0), text(given, 1), text(given, 2)),
            STRING,
            STRING,
            STRING));
  }

  private static List<Function> cutting() {
    return List.of(
        Function.of("trim", (_, given) -> Cutting.trim(text(given, 0)), STRING),
        Function.of(
            "trimAll",
            (_, given) -> Cutting.trimAll(text(given, 0), text(given, 1)),
            STRING,
            STRING),
        Function.of(
            "trimall",
            (_, given) -> Cutting.trimAll(text(given, 0), text(given, 1)),
            STRING,
            STRING),
        Function.of(
            "trimPrefix",
            (_, given) -> Cutting.trimPrefix(text(given, 0), text(given, 1)),
            STRING,
            STRING),
        Function.of(
            "trimSuffix",
            (_, given) -> Cutting.trimSuffix(text(given, 0), text(given, 1)),
            STRING,
            STRING),
        Function.of(
            "trunc", (_, given) -> Cutting.truncate((Long) given[0], text(given, 1)), INT, STRING),
        Function.of(
            "substr",
            (_, given) -> Cutting.substring((Long) given[0], (Long) given[1], text(given, 2)),
            INT,
            INT,
            STRING));
  }

  private static List<Function> shortening() {
    return List.of(
        Function.of(
            "abbrev",
            (_, given) -> Cutting.abbreviate(0, (Long) given[0], text(given, 1)),
            INT,
            STRING),
        Function.of(
            "abbrevboth",
            (_, given) -> Cutting.abbreviate((Long) given[0], (Long) given[1], text(given, 2)),
            INT,
            INT,
            STRING),
        Function.of("nospace", (_, given) -> Cutting.withoutSpace(text(given, 0)), STRING),
        Function.of(
            "wrap",
            (call, given) -> Wrapping.wrap(call, (Long) given[0], "\n", false, text(given, 1)),
            INT,
            STRING),
        Function.of(
            "wrapWith",
            (call, given) ->
                Wrapping.wrap(call, (Long) given[0], text(given, 1), true, text(given, 2)),
            INT,
            STRING,
            STRING));
  }

  private static List<Function> splitting() {
    return List.of(
        Function.of(
            "split",
            (_, given) -> numbered(pieces(text(given, 0), text(given, 1), -1)),
            STRING,
            STRING),
        Function.of(
            "splitn",
            (_, given) -> numbered(pieces(text(given, 0), text(given, 2), (Long) given[1])),
            STRING,
            INT,
            STRING),
        Function.of(
            "splitList",
            (_, given) -> GoList.strings(pieces(text(given, 0), text(given, 1), -1)),
            STRING,
            STRING));
  }

  private static List<Function> joining() {
    return List.of(
        Function.variadic("quote", (_, given) -> quoted(given, true), ANY),
        Function.variadic("squote", (_, given) -> quoted(given, false), ANY),
        Function.variadic("cat", (_, given) -> cat(given), ANY),
        Function.of(
            "join", (_, given) -> String.join(text(given, 0), Cast.toTexts(given[1])), STRING, ANY),
        Function.of(
            "indent", (call, given) -> indent(call, (Long) given[0], text(given, 1)), INT, STRING),
        Function.of(
            "nindent",
            (call, given) -> "\n" + indent(call, (Long) given[0], text(given, 1)),
            INT,
            STRING),
        Function.of(
            "repeat", (call, given) -> repeat(call, (Long) given[0], text(given, 1)), INT, STRING),
        Function.of("toString", (_, given) -> Cast.toText(given[0]), ANY),
        Function.of("toStrings", (_, given) -> GoList.strings(Cast.toTexts(given[0])), ANY),
        Function.of("sortAlpha", (_, given) -> sorted(given[0]), ANY));
  }

  static String text(Object[] given, int index) {
    return (String) given[index];
  }

  private static String quoted(Object[] given, boolean withDoubleQuotes) {
    if (given.length == 1) {
      return given[0] == Nil.NIL ? "" : quoted(given[0], withDoubleQuotes);
    }
    var out = new ArrayList<String>();
    for (Object value : given) {
      if (value != Nil.NIL) {
        out.add(quoted(value, withDoubleQuotes));
      }
    }
    return String.join(" ", out);
  }

  private static String quoted(Object value, boolean withDoubleQuotes) {
    String text = Cast.toText(value);
    return withDoubleQuotes ? Quotes.quote(text) : "'" + text + "'";
  }

  private static String cat(Object[] given) {
    var out = new ArrayList<String>();
    for (Object value : given) {
      if (value != Nil.NIL) {
        out.add(dev.levada.core.gotemplate.format.Printer.text(value));
      }
    }
    return String.join(" ", out);
  }

  static String repeat(Call call, long count, String text) {
    if (count < 0) {
      throw new FunctionFailed("strings: negative Repeat count");
    }
    if (count > 0 && text.length() > Integer.MAX_VALUE / count) {
      throw new FunctionFailed("strings: Repeat output length overflow");
    }
    call.spend(count * text.length());
    return GoStrings.join(text.repeat((int) count));
  }

  private static String indent(Call call, long count, String text) {
    String pad = repeat(call, count, " ");
    int lines = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      lines++;
    }
    call.spend(lines * count);
    var out = new StringBuilder(text.length() + lines * pad.length());
    out.append(pad);
    int from = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', from)) {
      out.append(text, from, i + 1).append(pad);
      from = i + 1;
    }
    return out.append(text, from, text.length()).toString();
  }

  private static String replace(Call call, String old, String by, String text) {
    call.spend(text.length() + (long) by.length() * (old.isEmpty() ? text.length() : 1));
    if (old.equals(by)) {
      return text;
    }
    if (!old.isEmpty()) {
      call.spend((long) (text.length() / old.length()) * by.length());
      return text.replace(old, by);
    }
    var out = new StringBuilder(by);
    text.codePoints().forEach(point -> out.appendCodePoint(point).append(by));
    return out.toString();
  }

  private static List<String> pieces(String separator, String text, long most) {
    if (most == 0) {
      return List.of();
    }
    var pieces = new ArrayList<String>();
    if (separator.isEmpty()) {
      text.codePoints().forEach(point -> pieces.add(Character.toString(point)));
      return most > 0 && pieces.size() > most ? joinedTail(pieces, (int) most) : pieces;
    }
    int from = 0;
    int at = text.indexOf(separator);
    while (at >= 0 && (most < 0 || pieces.size() < most - 1)) {
      pieces.add(text.substring(from, at));
      from = at + separator.length();
      at = text.indexOf(separator, from);
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private static List<String> joinedTail(List<String> pieces, int most) {
    var kept = new ArrayList<>(pieces.subList(0, most - 1));
    kept.add(String.join("", pieces.subList(most - 1, pieces.size())));
    return kept;
  }

  private static GoMap numbered(List<String> pieces) {
    var map = new GoMap(MapType.STRINGS);
    for (int i = 0; i < pieces.size(); i++) {
      map.put("_" + i, pieces.get(i));
    }
    return map;
  }

  private static GoList sorted(Object value) {
    List<String> texts =
        value instanceof GoSlice ? Cast.toTexts(value) : List.of(Cast.toText(value));
    var sorted = new ArrayList<>(texts);
    Collections.sort(sorted, GoStrings::compare);
    return GoList.strings(sorted);
  }

  /// The arguments from a place on.
  static Object[] from(Object[] given, int index) {
    return Arrays.copyOfRange(given, index, given.length);
  }
}
