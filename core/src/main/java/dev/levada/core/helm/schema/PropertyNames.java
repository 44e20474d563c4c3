package dev.levada.core.helm.schema;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// What Helm says of a property's name that does not fit what a schema says of names.
final class PropertyNames {

  private PropertyNames() {}

  static List<String> complaints(String name, JsonNode schema) {
    var all = new ArrayList<String>();
    JsonNode choices = schema.path("enum");
    if (choices.isArray()
        && StreamSupport.stream(choices.spliterator(), false)
            .noneMatch(choice -> choice.isString() && choice.asString().equals(name))) {
      all.add(KeywordText.choice("enum", choices));
    }
    String format = schema.path("format").asString("");
    if (!FormatText.problem(format, name).isEmpty()) {
      all.add(FormatText.of(format, name));
    }
    int length = name.codePointCount(0, name.length());
    measured(all, "minLength", length, schema, length < schema.path("minLength").asDouble(0));
    measured(
        all,
        "maxLength",
        length,
        schema,
        length > schema.path("maxLength").asDouble(Integer.MAX_VALUE));
    String pattern = schema.path("pattern").asString("");
    if (!Pattern.compile(pattern).matcher(name).find()) {
      all.add(KeywordText.quoted(name) + " does not match pattern " + KeywordText.quoted(pattern));
    }
    return all;
  }

  private static void measured(
      List<String> all, String keyword, int length, JsonNode schema, boolean wrong) {
    if (wrong) {
      all.add(
          "%s: got %s, want %s"
              .formatted(
                  keyword,
                  KeywordText.number(length),
                  KeywordText.number(schema.path(keyword).asDouble(0))));
    }
  }
}
