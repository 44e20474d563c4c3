package dev.levada.core.substitute;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts the values of variables into a text.
///
/// @param variables names and values
/// @param strict whether a variable that is neither set nor given a default is an error; else it is
///   empty
public record Substitution(Map<String, String> variables, boolean strict) {

  /// The longest result, in characters.
  static final int LONGEST = 32 * 1024 * 1024;

  /// Takes over a copy of the map.
  public Substitution {
    variables = Map.copyOf(variables);
  }

  /// The text with every `${…}` in it replaced, and every `$$` by `$`.
  ///
  /// @throws SubstitutionFailed where a reference cannot be parsed or its variable is not set
  public String apply(String text) {
    return text.indexOf('$') < 0 ? text : evaluate(TemplateParser.parse(text));
  }

  private String evaluate(List<Part> parts) {
    var out = new StringBuilder();
    for (Part part : parts) {
      out.append(evaluate(part));
      if (out.length() > LONGEST) {
        throw tooLong();
      }
    }
    return out.toString();
  }

  private String evaluate(Part part) {
    return switch (part) {
      case Part.Text(String text) -> text;
      case Part.Variable(String name) -> required(name);
      case Part.Length(String name) -> Functions.length(value(name));
      case Part.CaseChange(String name, boolean upper, boolean whole) ->
          Functions.changeCase(value(name), upper, whole);
      case Part.Kept(String name) -> value(name);
      case Part.Otherwise(String name, List<Part> parts) -> {
        // What is not needed is looked at all the same: what it refers to must be set.
        String otherwise = evaluate(parts);
        String value = value(name);
        yield value.isEmpty() ? otherwise : value;
      }
      case Part.Cut cut -> evaluate(cut);
    };
  }

  private String evaluate(Part.Cut cut) {
    return switch (cut) {
      case Part.Slice(String name, Part from, Optional<Part> length) ->
          Functions.slice(name, value(name), evaluate(from), length.map(this::evaluate));
      case Part.Trim(String name, Part glob, boolean atEnd, boolean longest) ->
          Functions.trim(value(name), evaluate(glob), atEnd, longest);
      case Part.Replace(String name, Part.Where where, Part pattern, Part replacement) ->
          Functions.replace(where, value(name), evaluate(pattern), evaluate(replacement));
    };
  }

  static SubstitutionFailed tooLong() {
    return new SubstitutionFailed(
        "bad substitution",
        "The result has more than " + LONGEST + " characters; use shorter values");
  }

  private String value(String name) {
    return variables.getOrDefault(name, "");
  }

  private String required(String name) {
    String value = variables.get(name);
    if (value == null && strict) {
      throw new SubstitutionFailed(
          "variable not set (strict mode): \"" + name + "\"",
          "Set it in spec.postBuild, give it a default as in ${"
              + name
              + ":=…}, or write $${"
              + name
              + "} if it is meant for another program");
    }
    return value == null ? "" : value;
  }
}
