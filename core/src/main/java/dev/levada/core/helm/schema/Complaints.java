package dev.levada.core.helm.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The library's flat list of errors as the tree that Helm prints: which schema within which failed
/// on which value.
final class Complaints {

  /// Keywords in the order in which Helm's library looks at them.
  private static final List<String> ORDER =
      List.of(
          "false",
          "type",
          "const",
          "enum",
          "format",
          "minProperties",
          "maxProperties",
          "required",
          "dependencies",
          "dependentSchemas",
          "properties",
          "propertyNames",
          "patternProperties",
          "additionalProperties",
          "dependentRequired",
          "minItems",
          "maxItems",
          "uniqueItems",
          "items",
          "prefixItems",
          "additionalItems",
          "contains",
          "minContains",
          "maxContains",
          "minLength",
          "maxLength",
          "pattern",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "$ref",
          "$dynamicRef",
          "$recursiveRef",
          "not",
          "allOf",
          "anyOf",
          "oneOf",
          "if",
          "then",
          "else",
          "unevaluatedItems",
          "unevaluatedProperties");

  private Complaints() {}

  /// All lines; empty where there are no errors.
  static String text(List<Error> errors) {
    var text = new StringBuilder();
    Complaint.alone(schema(errors, 0, "", 0)).forEach(each -> each.print(0, text));
    return text.toString();
  }

  /// What one schema says of one value.
  ///
  /// @param depth how much of the errors' paths leads to the schema
  /// @param at the value
  /// @param level how much of the errors' locations leads to the value
  private static List<Complaint> schema(List<Error> errors, int depth, String at, int level) {
    Map<String, List<Error>> keywords =
        grouped(errors, error -> name(error.getEvaluationPath(), depth));
    if (keywords.containsKey("type")) {
      // A value of the wrong type is not looked at further.
      keywords = Map.of("type", keywords.getOrDefault("type", List.of()));
    }
    var all = new ArrayList<Complaint>();
    keywords.entrySet().stream()
        .sorted(
            Map.Entry.<String, List<Error>>comparingByKey(
                java.util.Comparator.comparingInt(Complaints::place)))
        .forEach(
            entry -> all.addAll(keyword(entry.getKey(), entry.getValue(), depth + 1, at, level)));
    return all;
  }

  private static int place(String keyword) {
    int place = ORDER.indexOf(keyword);
    return place < 0 ? ORDER.size() : place;
  }

  private static List<Complaint> keyword(
      String keyword, List<Error> errors, int depth, String at, int level) {
    return switch (keyword) {
      case "properties", "patternProperties", "dependentSchemas" ->
          split(errors, depth, 1, at, level);
      case "dependencies" -> dependencies(errors, depth, at, level);
      case "prefixItems" -> split(errors, depth, 1, at, level);
      case "items",
          "additionalItems",
          "additionalProperties",
          "unevaluatedItems",
          "unevaluatedProperties" ->
          isOwn(errors, keyword)
              ? KeywordText.of(keyword, errors, at)
              : split(errors, depth, itemIndex(errors, depth), at, level);
      case "$ref", "$dynamicRef", "$recursiveRef" ->
          Complaint.referred(at, schema(errors, depth, at, level));
      case "if", "then", "else" -> Complaint.together(at, schema(errors, depth, at, level));
      case "allOf", "anyOf", "oneOf" -> branches(keyword, errors, depth, at, level);
      default -> KeywordText.of(keyword, errors, at);
    };
  }

  /// Old drafts have names and schemas under one keyword.
  private static List<Complaint> dependencies(List<Error> errors, int depth, String at, int level) {
    Map<Boolean, List<Error>> kinds =
        errors.stream()
            .collect(Collectors.partitioningBy(each -> each.getKeyword().equals("dependencies")));
    var all = new ArrayList<Complaint>();
    List<Error> names = kinds.getOrDefault(true, List.of());
    if (!names.isEmpty()) {
      all.addAll(KeywordText.of("dependencies", names, at));
    }
    all.addAll(split(kinds.getOrDefault(false, List.of()), depth, 1, at, level));
    return all;
  }

  private static boolean isOwn(List<Error> errors, String keyword) {
    return errors.getFirst().getKeyword().equals(keyword);
  }

  /// `items` of old drafts is a list of schemas, whose index stands in the path.
  private static int itemIndex(List<Error> errors, int depth) {
    return errors.getFirst().getEvaluationPath().getElement(depth) instanceof Integer ? 1 : 0;
  }

  /// What schemas say of the parts of a value.
  ///
  /// @param names how many parts of the path lead from the keyword to its schemas
  private static List<Complaint> split(
      List<Error> errors, int depth, int names, String at, int level) {
    var all = new ArrayList<Complaint>();
    Map<String, List<Error>> parts =
        new TreeMap<>(
            grouped(
                errors,
                error ->
                    (names == 0 ? "" : name(error.getEvaluationPath(), depth))
                        + '\0'
                        + name(error.getInstanceLocation(), level)));
    parts
        .values()
        .forEach(part -> {
          NodePath location = part.getFirst().getInstanceLocation();
          boolean inside = location.getNameCount() > level;
          String where = inside ? at + "/" + escaped(name(location, level)) : at;
          all.addAll(
              Complaint.together(
                  where, schema(part, depth + names, where, inside ? level + 1 : level)));
        });
    return all;
  }

  private static List<Complaint> branches(
      String keyword, List<Error> errors, int depth, String at, int level) {
    List<Error> own =
        errors.stream().filter(error -> error.getEvaluationPath().getNameCount() == depth).toList();
    String text = "'" + keyword + "' failed";
    if (keyword.equals("oneOf") && !own.isEmpty()) {
      Object[] arguments = own.getFirst().getArguments();
      boolean none = String.valueOf(arguments[0]).equals("0");
      text += none ? ", none matched" : ", subschemas " + arguments[1] + " matched";
      if (!none) {
        return List.of(Complaint.of(at, text));
      }
    }
    var causes = new ArrayList<Complaint>();
    grouped(
            errors.stream().filter(error -> !own.contains(error)).toList(),
            error -> name(error.getEvaluationPath(), depth))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparingInt(Integer::parseInt)))
        .forEach(branch ->
            causes.addAll(Complaint.together(at, schema(branch.getValue(), depth + 1, at, level))));
    return List.of(Complaint.of(at, text, causes));
  }

  private static Map<String, List<Error>> grouped(List<Error> errors, Function<Error, String> key) {
    var groups = new LinkedHashMap<String, List<Error>>();
    errors.forEach(
        error -> groups.computeIfAbsent(key.apply(error), _ -> new ArrayList<>()).add(error));
    return groups;
  }

  private static String name(NodePath path, int index) {
    return index < path.getNameCount() ? String.valueOf(path.getElement(index)) : "";
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
