package dev.levada.core.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Keys that an object may have while it is worked with, but not when it is written: keys that
/// stand there before, keys that are no text. Each is kept under a name that nothing else has and
/// nothing looks up, so it is carried along as kustomize carries it, until {@link #problem} finds
/// it.
final class OddKeys {

  private static final char MARK = '\0';
  private static final char REPEATED = 'r';
  private static final char COMPLEX = 'c';
  private static final char NUMBER = 'n';
  private static final Pattern FORM =
      Pattern.compile(
          MARK + "[rcn]\\d+" + MARK + "(?:-?\\d+,-?\\d+)?" + MARK + ".*", Pattern.DOTALL);

  private OddKeys() {}

  /// The name of a key that stands there before.
  ///
  /// @param number how many odd keys were read before this one
  /// @param firstLine the line of its first place, and
  /// @param line that of this one, as they would be if the object were written as it was read
  static String repeated(String key, int number, int firstLine, int line) {
    return join(REPEATED, number, firstLine + "," + line, key);
  }

  /// The name of a mapping or a list that is a key.
  static String complex(Node key, int number) {
    return join(COMPLEX, number, "", GoSyntax.strict(key));
  }

  /// The name of a key that is neither text nor null.
  static String number(Scalar key, int number) {
    return join(NUMBER, number, "", GoSyntax.strict(key));
  }

  private static String join(char kind, int number, String lines, String shown) {
    return "" + MARK + kind + number + MARK + lines + MARK + shown;
  }

  /// Whether a key is one of these.
  static boolean isOdd(String key) {
    return !key.isEmpty() && key.charAt(0) == MARK && FORM.matcher(key).matches();
  }

  static boolean isNumber(String key) {
    return isOdd(key) && key.charAt(1) == NUMBER;
  }

  /// A key as it was written.
  static String shown(String key) {
    return isOdd(key) ? key.substring(key.indexOf(MARK, key.indexOf(MARK, 1) + 1) + 1) : key;
  }

  /// Makes keys odd that are no text unless they stand in quotes.
  static void make(Mapping mapping, Set<String> plain) {
    Set<String> odd =
        mapping.entries().keySet().stream()
            .filter(key -> plain.contains(key) && !isText(key))
            .collect(Collectors.toSet());
    for (String key : odd.isEmpty() ? List.<String>of() : List.copyOf(mapping.entries().keySet())) {
      Node value = mapping.remove(key);
      if (value != null) {
        boolean made = odd.contains(key);
        mapping.put(
            made ? number(PlainScalars.resolve(key, YamlRules.RESOURCE_V3), 0) : key, value);
      }
    }
  }

  private static boolean isText(String key) {
    return PlainScalars.kind(key, YamlRules.RESOURCE_V3) == Scalar.Kind.STRING;
  }

  /// Lets the next key of the same name be what a removed one was.
  static void promote(Mapping mapping, String removed) {
    List<String> keys = List.copyOf(mapping.entries().keySet());
    Optional<String> next =
        keys.stream().filter(key -> isRepeated(key) && shown(key).equals(removed)).findFirst();
    if (next.isEmpty()) {
      return;
    }
    for (String key : keys) {
      Node value = mapping.remove(key);
      if (value != null) {
        mapping.put(key.equals(next.get()) ? removed : key, value);
      }
    }
  }

  private static boolean isRepeated(String key) {
    return isOdd(key) && key.charAt(1) == REPEATED;
  }

  /// Why an object can not be read again once it is written; empty where it can.
  ///
  /// @param notes how many annotations it has that are not among its fields
  static Optional<String> problem(Mapping root, int notes) {
    if (!hasAny(root)) {
      return Optional.empty();
    }
    Optional<String> complex = complex(root);
    if (complex.isPresent()) {
      return complex.map(key -> "map[string]interface {}(nil): yaml: invalid map key: " + key);
    }
    var repeats = new ArrayList<String>();
    addRepeats(root, new WrittenLines(root, notes), repeats);
    return Optional.of(
        repeats.isEmpty()
            ? GoSyntax.strict(root) + ": json: unsupported type: map[interface {}]interface {}"
            : "map[string]interface {}(nil): yaml: unmarshal errors:" + String.join("", repeats));
  }

  /// Every object is asked, and hardly one has any.
  private static boolean hasAny(Node node) {
    return switch (node) {
      case Mapping mapping -> hasAny(mapping.entries());
      case Sequence list -> hasAny(list.items());
      case Scalar _ -> false;
    };
  }

  private static boolean hasAny(Map<String, Node> entries) {
    for (Map.Entry<String, Node> entry : entries.entrySet()) {
      if (isOdd(entry.getKey()) || hasAny(entry.getValue())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasAny(List<Node> items) {
    for (int i = 0; i < items.size(); i++) {
      if (hasAny(items.get(i))) {
        return true;
      }
    }
    return false;
  }

  /// The first mapping or list that is a key, but for those in mappings that repeat a key.
  private static Optional<String> complex(Node node) {
    return switch (node) {
      case Mapping mapping ->
          mapping.entries().keySet().stream().anyMatch(OddKeys::isRepeated)
              ? Optional.empty()
              : mapping.entries().entrySet().stream()
                  .flatMap(entry ->
                      isOdd(entry.getKey()) && entry.getKey().charAt(1) == COMPLEX
                          ? Optional.of(shown(entry.getKey())).stream()
                          : complex(entry.getValue()).stream())
                  .findFirst();
      case Sequence list ->
          list.items().stream().flatMap(item -> complex(item).stream()).findFirst();
      case Scalar _ -> Optional.empty();
    };
  }

  private static void addRepeats(Node node, WrittenLines lines, List<String> into) {
    switch (node) {
      case Mapping mapping when mapping.entries().keySet().stream().anyMatch(OddKeys::isRepeated) ->
          addPairs(mapping, lines.of(mapping), into);
      case Mapping mapping ->
          mapping.entries().values().forEach(value -> addRepeats(value, lines, into));
      case Sequence list -> list.forEach(item -> addRepeats(item, lines, into));
      case Scalar _ -> {}
    }
  }

  private static void addPairs(Mapping mapping, List<Integer> lines, List<String> into) {
    List<String> keys = List.copyOf(mapping.entries().keySet());
    for (int i = 0; i < keys.size(); i++) {
      for (int j = i + 1; j < keys.size(); j++) {
        String later = keys.get(j);
        if (isRepeated(later) && shown(keys.get(i)).equals(shown(later))) {
          String earlier = keys.get(i);
          int shift = isRepeated(earlier) ? shift(earlier, 1) : shift(later, 0);
          into.add(
              "\n  line %d: mapping key \"%s\" already defined at line %d"
                  .formatted(lines.get(j) + shift(later, 1), shown(later), lines.get(i) + shift));
        }
      }
    }
  }

  private static int shift(String key, int which) {
    int from = key.indexOf(MARK, 1) + 1;
    return Integer.parseInt(key.substring(from, key.indexOf(MARK, from)).split(",")[which]);
  }

  /// Makes the lines that repeated keys remember the distance from where they would stand without
  /// comments and the like, so that they can be told whatever was changed above them.
  ///
  /// @param source where the lines of the text would stand
  static void anchor(Node node, SourceLines source) {
    if (node instanceof Mapping root && hasAny(root)) {
      anchor(root, source, new WrittenLines(root, 0));
    }
  }

  private static void anchor(Node node, SourceLines source, WrittenLines lines) {
    switch (node) {
      case Mapping mapping -> {
        mapping.entries().values().forEach(value -> anchor(value, source, lines));
        if (mapping.entries().keySet().stream().anyMatch(OddKeys::isRepeated)) {
          anchor(mapping, source, lines.of(mapping));
        }
      }
      case Sequence list -> list.forEach(item -> anchor(item, source, lines));
      case Scalar _ -> {}
    }
  }

  private static void anchor(Mapping mapping, SourceLines source, List<Integer> lines) {
    List<String> keys = List.copyOf(mapping.entries().keySet());
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      Node value = mapping.remove(key);
      if (value != null) {
        mapping.put(isRepeated(key) ? anchored(key, i, keys, source, lines) : key, value);
      }
    }
  }

  private static String anchored(
      String key, int at, List<String> keys, SourceLines source, List<Integer> lines) {
    int first = source.of(shift(key, 0)) - lines.get(keys.indexOf(shown(key)));
    int own = source.of(shift(key, 1)) - lines.get(at);
    return join(REPEATED, at, first + "," + own, shown(key));
  }
}
