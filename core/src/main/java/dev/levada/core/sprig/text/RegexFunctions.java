package dev.levada.core.sprig.text;

import static dev.levada.core.gotemplate.function.Parameter.INT;
import static dev.levada.core.gotemplate.function.Parameter.STRING;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.levada.core.gotemplate.format.Quotes;
import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.function.Parameter;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.SliceType;
import java.util.ArrayList;
import java.util.List;

/// Functions with regular expressions: RE2's syntax, linear time.
final class RegexFunctions {

  private static final int LONGEST = 100_000;

  private RegexFunctions() {}

  /// What a function does with a pattern that was compiled.
  private interface Body {
    Object apply(Pattern pattern, Object[] given);
  }

  static List<Function> all() {
    var all = new ArrayList<Function>();
    all.add(
        Function.of(
            "regexMatch",
            (_, given) -> matches((String) given[0], (String) given[1]),
            STRING,
            STRING));
    all.add(Function.of("regexQuoteMeta", (_, given) -> Pattern.quote((String) given[0]), STRING));
    all.add(
        Function.of(
            "mustRegexMatch",
            (_, given) -> compile((String) given[0], "").matcher((String) given[1]).find(),
            STRING,
            STRING));
    both(all, "regexFind", (pattern, given) -> find(pattern, (String) given[1]), STRING, STRING);
    both(
        all,
        "regexFindAll",
        (pattern, given) -> findAll(pattern, (String) given[1], (Long) given[2]),
        STRING,
        STRING,
        INT);
    both(
        all,
        "regexReplaceAll",
        (pattern, given) -> Replacing.replace(pattern, (String) given[1], (String) given[2], false),
        STRING,
        STRING,
        STRING);
    both(
        all,
        "regexReplaceAllLiteral",
        (pattern, given) -> Replacing.replace(pattern, (String) given[1], (String) given[2], true),
        STRING,
        STRING,
        STRING);
    both(
        all,
        "regexSplit",
        (pattern, given) -> split(pattern, (String) given[1], (Long) given[2]),
        STRING,
        STRING,
        INT);
    return all;
  }

  private static void both(List<Function> all, String name, Body body, Parameter... parameters) {
    String must = "must" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    all.add(
        Function.of(
            name,
            (_, given) -> {
              String pattern = (String) given[0];
              return body.apply(
                  compile(pattern, "regexp: Compile(" + shown(pattern) + "): "), given);
            },
            parameters));
    all.add(
        Function.of(
            must, (_, given) -> body.apply(compile((String) given[0], ""), given), parameters));
  }

  private static String shown(String pattern) {
    return pattern.indexOf('`') < 0 && pattern.chars().allMatch(c -> c >= ' ' || c == '\t')
        ? "`" + pattern + "`"
        : Quotes.quote(pattern);
  }

  private static boolean matches(String pattern, String text) {
    try {
      return compile(pattern, "").matcher(text).find();
    } catch (FunctionFailed _) {
      return false;
    }
  }

  private static Pattern compile(String pattern, String before) {
    if (pattern.length() > LONGEST) {
      throw new FunctionFailed(before + "error parsing regexp: expression too large");
    }
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new FunctionFailed(before + RegexProblem.text(pattern, e));
    }
  }

  private static String find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group() : "";
  }

  /// A match by its first and last place.
  private record Match(int start, int end) {}

  // As Go counts: an empty match directly after another is none.
  private static List<Match> matches(Pattern pattern, String text, long most) {
    var found = new ArrayList<Match>();
    Matcher matcher = pattern.matcher(text);
    int lastEnd = -1;
    while ((most < 0 || found.size() < most) && matcher.find()) {
      if (matcher.end() > matcher.start() || matcher.start() != lastEnd) {
        found.add(new Match(matcher.start(), matcher.end()));
      }
      lastEnd = matcher.end();
    }
    return found;
  }

  private static GoList findAll(Pattern pattern, String text, long most) {
    List<String> found =
        matches(pattern, text, most).stream()
            .map(match -> text.substring(match.start(), match.end()))
            .toList();
    return found.isEmpty() ? GoList.nil(SliceType.STRINGS) : GoList.strings(found);
  }

  private static GoList split(Pattern pattern, String text, long most) {
    if (most == 0) {
      return GoList.nil(SliceType.STRINGS);
    }
    if (!pattern.pattern().isEmpty() && text.isEmpty()) {
      return GoList.strings(List.of(""));
    }
    var pieces = new ArrayList<String>();
    int from = 0;
    int end = 0;
    for (Match match : matches(pattern, text, most)) {
      if (most > 0 && pieces.size() == most - 1) {
        break;
      }
      end = match.start();
      if (match.end() != 0) {
        pieces.add(text.substring(from, end));
      }
      from = match.end();
    }
    if (end != text.length()) {
      pieces.add(text.substring(from));
    }
    return GoList.strings(pieces);
  }
}
