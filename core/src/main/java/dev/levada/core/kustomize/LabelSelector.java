package dev.levada.core.kustomize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Kubernetes' selector grammar: `a=b, c!=d, e in (f,g), h notin (i), j, !k, l>1`.
final class LabelSelector {

  private static final String FIX =
      "Write requirements such as 'app=web', 'tier in (a,b)' or '!legacy', joined by commas";

  private final List<Predicate<Map<String, String>>> requirements = new ArrayList<>();
  private final SelectorTokens tokens;

  private LabelSelector(String text) {
    this.tokens = new SelectorTokens(text);
  }

  static LabelSelector parse(String text) {
    var selector = new LabelSelector(text);
    selector.read();
    return selector;
  }

  boolean isEmpty() {
    return requirements.isEmpty();
  }

  boolean matches(Map<String, String> labels) {
    return requirements.stream().allMatch(requirement -> requirement.test(labels));
  }

  private void read() {
    String next = tokens.peek();
    while (!next.isEmpty()) {
      if (!next.equals("!") && !SelectorTokens.isWord(next)) {
        throw found(next, ", expected: !, identifier, or 'end of string'");
      }
      try {
        requirements.add(requirement());
      } catch (BuildFailed e) {
        throw e.within("unable to parse requirement: ");
      }
      String separator = tokens.take();
      next = tokens.peek();
      if (!separator.isEmpty() && !separator.equals(",")) {
        throw found(separator, ", expected: ',' or 'end of string'");
      }
      if (!separator.isEmpty() && !next.equals("!") && !SelectorTokens.isWord(next)) {
        throw found(next, ", expected: identifier after ','");
      }
    }
  }

  private Predicate<Map<String, String>> requirement() {
    boolean absent = tokens.peek().equals("!");
    if (absent) {
      tokens.take();
    }
    String key = word();
    LabelSyntax.checkKey(key);
    if (absent) {
      return labels -> !labels.containsKey(key);
    }
    if (tokens.peek().isEmpty() || tokens.peek().equals(",")) {
      return labels -> labels.containsKey(key);
    }
    String operator = tokens.take();
    return switch (operator) {
      case "=", "==" -> inSet(key, true, Set.of(value(key)));
      case "!=" -> inSet(key, false, Set.of(value(key)));
      case "in" -> inSet(key, true, values(key));
      case "notin" -> inSet(key, false, values(key));
      case ">", "<" -> compared(key, operator.equals(">"), value(key));
      default -> throw found(operator, ", expected: '=', '!=', '==', 'in', notin'");
    };
  }

  private String word() {
    String word = tokens.take();
    if (!SelectorTokens.isWord(word)) {
      throw found(word, ", expected: identifier");
    }
    return word;
  }

  private String value(String key) {
    if (tokens.peek().isEmpty() || tokens.peek().equals(",")) {
      return "";
    }
    String value = word();
    LabelSyntax.checkValue(key, value);
    return value;
  }

  private Set<String> values(String key) {
    String open = tokens.take();
    if (!open.equals("(")) {
      throw found(open, " expected: '('");
    }
    var values = new HashSet<String>();
    String separator = ",";
    while (separator.equals(",")) {
      String value = SelectorTokens.isWord(tokens.peek()) ? tokens.take() : "";
      LabelSyntax.checkValue(key, value);
      values.add(value);
      separator = tokens.take();
    }
    if (!separator.equals(")")) {
      throw found(separator, ", expected: ',' or ')'");
    }
    return values;
  }

  private static BuildFailed found(String token, String rest) {
    return new BuildFailed("found '" + token + "'" + rest, FIX);
  }

  private static Predicate<Map<String, String>> inSet(
      String key, boolean wanted, Set<String> values) {
    return labels -> {
      String value = labels.get(key);
      return wanted
          ? value != null && values.contains(value)
          : value == null || !values.contains(value);
    };
  }

  private static Predicate<Map<String, String>> compared(
      String key, boolean greater, String bound) {
    if (!isNumber(bound)) {
      throw new BuildFailed(
          "for 'Gt', 'Lt' operators, the value must be an integer", "Write a number behind '>'");
    }
    long limit = Long.parseLong(bound);
    return labels -> {
      String value = labels.getOrDefault(key, "");
      return isNumber(value)
          && (greater ? Long.parseLong(value) > limit : Long.parseLong(value) < limit);
    };
  }

  private static boolean isNumber(String text) {
    return text.matches("[-+]?[0-9]{1,18}");
  }
}
