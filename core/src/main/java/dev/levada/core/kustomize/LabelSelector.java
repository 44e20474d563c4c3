package dev.levada.core.kustomize;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Kubernetes' selector grammar: `a=b, c!=d, e in (f,g), h notin (i), j, !k`.
final class LabelSelector {

  private static final Pattern SET =
      Pattern.compile("^([^\\s!=<>()]+)\\s+(in|notin)\\s*\\(([^()]*)\\)$");
  private static final Pattern EQUALITY =
      Pattern.compile("^([^\\s!=<>()]+)\\s*(==|=|!=)\\s*([^\\s!=<>()]*)$");
  private static final Pattern EXISTENCE = Pattern.compile("^(!?)\\s*([^\\s!=<>()]+)$");

  private final List<Predicate<Map<String, String>>> requirements;

  private LabelSelector(List<Predicate<Map<String, String>>> requirements) {
    this.requirements = requirements;
  }

  static LabelSelector parse(String text) {
    var requirements = new ArrayList<Predicate<Map<String, String>>>();
    for (String part : split(text)) {
      requirements.add(requirement(part.strip(), text));
    }
    return new LabelSelector(requirements);
  }

  boolean isEmpty() {
    return requirements.isEmpty();
  }

  boolean matches(Map<String, String> labels) {
    return requirements.stream().allMatch(requirement -> requirement.test(labels));
  }

  private static List<String> split(String text) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(' -> depth++;
        case ')' -> depth--;
        case ',' -> {
          if (depth == 0) {
            parts.add(text.substring(start, i));
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    if (!text.isBlank()) {
      parts.add(text.substring(start));
    }
    return parts;
  }

  private static Predicate<Map<String, String>> requirement(String part, String whole) {
    Matcher set = SET.matcher(part);
    if (set.find()) {
      return inSet(set.group(1), set.group(2).equals("in"), values(set.group(3)));
    }
    Matcher equality = EQUALITY.matcher(part);
    if (equality.find()) {
      return inSet(equality.group(1), !equality.group(2).equals("!="), Set.of(equality.group(3)));
    }
    Matcher existence = EXISTENCE.matcher(part);
    if (existence.find()) {
      String key = existence.group(2);
      boolean wanted = existence.group(1).isEmpty();
      return labels -> labels.containsKey(key) == wanted;
    }
    throw new BuildFailed(
        "unable to parse requirement: '" + part + "' in selector '" + whole + "'",
        "Write requirements such as 'app=web', 'tier in (a,b)' or '!legacy', joined by commas");
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

  private static Set<String> values(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toSet());
  }
}
