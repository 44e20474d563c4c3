package dev.levada.core.helm.schema;

import com.networknt.schema.Error;
import dev.levada.core.gotemplate.format.Floats;
import dev.levada.core.gotemplate.format.Quotes;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// What Helm says of a keyword that a value does not fit.
final class KeywordText {

  private static final List<String> TYPES =
      List.of("null", "boolean", "number", "integer", "string", "array", "object");

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private KeywordText() {}

  static List<Complaint> of(String keyword, List<Error> errors, String at) {
    Error first = errors.getFirst();
    return switch (keyword) {
      case "type" -> line(at, "got " + type(first.getInstanceNode()) + ", want " + wanted(first));
      case "required" -> line(at, missing(errors));
      case "additionalProperties" ->
          line(at, "additional properties " + names(errors) + " not allowed");
      case "unevaluatedProperties", "unevaluatedItems", "items" -> parts(errors, at);
      case "enum", "const" -> line(at, choice(keyword, first.getSchemaNode()));
      case "pattern" ->
          line(
              at,
              quoted(first.getInstanceNode().asString())
                  + " does not match pattern "
                  + quoted(first.getSchemaNode().asString()));
      case "format" -> line(at, FormatText.of(first));
      default -> other(keyword, errors, at);
    };
  }

  private static List<Complaint> other(String keyword, List<Error> errors, String at) {
    Error first = errors.getFirst();
    return switch (keyword) {
      case "propertyNames" -> propertyNames(errors);
      case "dependentRequired", "dependencies" -> dependents(errors, at);
      case "false" -> line(at, "false schema");
      case "not" -> line(at, "'not' failed");
      case "uniqueItems" -> line(at, equalItems(first.getInstanceNode()));
      case "contains" -> line(at, "no items match contains schema");
      default -> line(at, measured(keyword, first));
    };
  }

  /// A text in quotes as Helm's library has them.
  static String quoted(String text) {
    // Of a text that ends with a backslash the library loses one, as it takes the quote for
    // escaped.
    String quoted = Quotes.quote(text).replace("\\\"", "\"").replace("'", "\\'");
    return "'" + quoted.substring(1, quoted.length() - 1) + "'";
  }

  /// A letter in quotes as Go has them.
  static String letter(int c) {
    String quoted = Quotes.quote(Character.toString(c));
    String inner = quoted.substring(1, quoted.length() - 1);
    return "'" + inner.replace("\\\"", "\"").replace("'", "\\'") + "'";
  }

  private static List<Complaint> line(String at, String text) {
    return List.of(Complaint.of(at, text));
  }

  static String type(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "array";
      case BOOLEAN -> "boolean";
      case NULL, MISSING -> "null";
      case NUMBER -> "number";
      case OBJECT, POJO -> "object";
      case BINARY, STRING -> "string";
    };
  }

  private static String wanted(Error error) {
    JsonNode wanted = error.getSchemaNode();
    if (!wanted.isArray()) {
      return wanted.asString();
    }
    List<String> names = texts(wanted);
    return TYPES.stream().filter(names::contains).collect(Collectors.joining(" or "));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static String missing(List<Error> errors) {
    List<String> absent =
        texts(errors.getFirst().getSchemaNode()).stream()
            .filter(name -> errors.stream().anyMatch(error -> name.equals(error.getProperty())))
            .map(KeywordText::quoted)
            .toList();
    return (absent.size() == 1 ? "missing property " : "missing properties ")
        + String.join(", ", absent);
  }

  private static String names(List<Error> errors) {
    return errors.stream()
        .map(error -> quoted(String.valueOf(error.getProperty())))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static List<Complaint> parts(List<Error> errors, String at) {
    return errors.stream()
        .map(error ->
            Complaint.of(
                at + "/" + (error.getProperty() == null ? "0" : error.getProperty()),
                "false schema"))
        .toList();
  }

  static String choice(String keyword, JsonNode schema) {
    List<JsonNode> choices =
        keyword.equals("const")
            ? List.of(schema)
            : StreamSupport.stream(schema.spliterator(), false).toList();
    if (choices.stream().anyMatch(JsonNode::isContainer)) {
      return "'" + keyword + "' failed";
    }
    String all = choices.stream().map(KeywordText::plain).collect(Collectors.joining(", "));
    return (choices.size() == 1 ? "value must be " : "value must be one of ") + all;
  }

  private static String plain(JsonNode node) {
    return node.isString() ? quoted(node.asString()) : node.isNull() ? "<nil>" : node.toString();
  }

  private static String equalItems(JsonNode items) {
    for (int i = 0; i < items.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (items.get(i).equals(items.get(j))) {
          return "items at " + j + " and " + i + " are equal";
        }
      }
    }
    return "'uniqueItems' failed";
  }

  private static List<Complaint> propertyNames(List<Error> errors) {
    JsonNode schema = errors.getFirst().getSchemaNode();
    return errors.stream()
        .map(error -> String.valueOf(error.getProperty()))
        .distinct()
        // Helm's library does not say where the property stands.
        .map(name ->
            Complaint.of(
                "",
                "invalid propertyName " + quoted(name),
                PropertyNames.complaints(name, schema).stream()
                    .map(text -> Complaint.of("", text))
                    .toList()))
        .toList();
  }

  /// One line for each property that is there without those that it needs.
  private static List<Complaint> dependents(List<Error> errors, String at) {
    JsonNode schema = errors.getFirst().getSchemaNode();
    JsonNode value = errors.getFirst().getInstanceNode();
    var all = new ArrayList<Complaint>();
    for (String name : schema.propertyNames()) {
      if (!schema.get(name).isArray() || !value.has(name)) {
        continue;
      }
      String missing =
          texts(schema.get(name)).stream()
              .filter(needed -> !value.has(needed))
              .map(needed -> "'" + needed + "'")
              .collect(Collectors.joining(", "));
      if (!missing.isEmpty()) {
        all.add(Complaint.of(at, "properties " + missing + " required, if '" + name + "' exists"));
      }
    }
    return all;
  }

  private static String measured(String keyword, Error error) {
    JsonNode node = error.getInstanceNode();
    double wanted = error.getSchemaNode().asDouble();
    if (node.isNumber()) {
      return keyword + ": got " + decimal(node.asDouble()) + ", want " + decimal(wanted);
    }
    int got =
        node.isString() ? node.asString().codePointCount(0, node.asString().length()) : node.size();
    return keyword + ": got " + number(got) + ", want " + number(wanted);
  }

  /// With a comma after each three digits, as Helm's library prints numbers. A float, with a power
  /// of ten where Go would write an exponent.
  private static String decimal(double number) {
    String text = Floats.text(number);
    int exponent = text.indexOf('e');
    if (exponent < 0) {
      return number(number);
    }
    var power = new StringBuilder(text.substring(0, exponent)).append("×10");
    for (char digit : text.substring(exponent + 1).replace("+", "").toCharArray()) {
      power.append(digit == '-' ? '⁻' : RAISED.charAt(digit - '0'));
    }
    return power.toString();
  }

  static String number(double number) {
    return new DecimalFormat(
            "#,##0.################", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(number);
  }

  /// A part's problem as that of the whole; empty where there is none.
  static String within(String part, String problem) {
    return problem.isEmpty() ? "" : "invalid " + part + ": " + problem;
  }
}
