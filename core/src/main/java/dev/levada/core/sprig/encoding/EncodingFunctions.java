package dev.levada.core.sprig.encoding;

import static dev.levada.core.gotemplate.function.Parameter.ANY;
import static dev.levada.core.gotemplate.function.Parameter.STRING;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.Nil;
import java.util.ArrayList;
import java.util.List;

/// Functions that read and write JSON, YAML, TOML and base64, Helm's own in place of sprig's.
public final class EncodingFunctions {

  private EncodingFunctions() {}

  /// Makes one thing of another, or says in Go's words why not.
  private interface Coding {
    Object apply(Object value) throws EncodingFailed;
  }

  /// All functions of this package.
  public static List<Function> all() {
    var all = new ArrayList<Function>();
    writing(all, "toJson", value -> JsonWriter.compact(value, true));
    writing(all, "toPrettyJson", JsonWriter::pretty);
    Coding raw = value -> JsonWriter.compact(value, false);
    all.add(Function.of("toRawJson", (_, given) -> orFail(given[0], raw), ANY));
    all.add(Function.of("mustToRawJson", (_, given) -> orFail(given[0], raw), ANY));
    writing(all, "toYaml", YamlText::write);
    all.add(Function.of("toYamlPretty", (_, given) -> orFail(given[0], PrettyYaml::write), ANY));
    all.add(
        Function.of(
            "toToml", (_, given) -> orElse(notNil(given[0]), TomlWriter::write, e -> e), ANY));
    all.add(
        Function.of("mustToToml", (_, given) -> orFail(notNil(given[0]), TomlWriter::write), ANY));
    reading(all);
    all.addAll(BaseFunctions.all());
    return all;
  }

  private static Object notNil(Object value) {
    if (value == Nil.NIL) {
      throw new FunctionFailed("reflect: call of reflect.Value.Type on zero Value");
    }
    return value;
  }

  private static void writing(List<Function> all, String name, Coding coding) {
    String must = "must" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    all.add(Function.of(name, (_, given) -> orElse(given[0], coding, _ -> ""), ANY));
    all.add(Function.of(must, (_, given) -> orFail(given[0], coding), ANY));
  }

  private static void reading(List<Function> all) {
    table(all, "fromJson", text -> jsonTable((String) text));
    list(all, "fromJsonArray", text -> jsonList((String) text));
    all.add(
        Function.of(
            "mustFromJson",
            (_, given) -> orFail(given[0], text -> JsonReader.read((String) text)),
            STRING));
    table(all, "fromYaml", text -> unmarshaled(() -> GoTypes.table(YamlText.read((String) text))));
    list(
        all,
        "fromYamlArray",
        text -> unmarshaled(() -> GoTypes.list(YamlText.read((String) text))));
    table(all, "fromToml", text -> TomlReader.read((String) text));
  }

  private static Object jsonTable(String text) throws EncodingFailed {
    JsonText read = JsonReader.readAll(text);
    if (read.value() == Nil.NIL) {
      return GoMap.nil();
    }
    GoMap table = GoTypes.table(read.value());
    if (!read.trouble().isEmpty()) {
      table.put("Error", read.trouble());
    }
    return table;
  }

  private static Object jsonList(String text) throws EncodingFailed {
    JsonText read = JsonReader.readAll(text);
    if (read.value() == Nil.NIL) {
      return GoList.NIL;
    }
    GoList list = GoTypes.list(read.value());
    return read.trouble().isEmpty() ? list : GoList.of(read.trouble());
  }

  /// Reads something, or says why not.
  private interface Reading {
    Object read() throws EncodingFailed;
  }

  private static Object unmarshaled(Reading reading) throws EncodingFailed {
    try {
      return reading.read();
    } catch (EncodingFailed e) {
      if (e.text().startsWith("json: cannot unmarshal")) {
        throw new EncodingFailed("error unmarshaling JSON: while decoding JSON: " + e.text());
      }
      throw e;
    }
  }

  private static void table(List<Function> all, String name, Coding coding) {
    all.add(
        Function.of(
            name, (_, given) -> orElse(given[0], coding, EncodingFunctions::errorTable), STRING));
  }

  private static void list(List<Function> all, String name, Coding coding) {
    all.add(Function.of(name, (_, given) -> orElse(given[0], coding, GoList::of), STRING));
  }

  private static GoMap errorTable(String message) {
    GoMap map = GoMap.create();
    map.put("Error", message);
    return map;
  }

  private static Object orElse(
      Object value, Coding coding, java.util.function.Function<String, Object> failure) {
    try {
      return coding.apply(value);
    } catch (EncodingFailed e) {
      return failure.apply(e.text());
    }
  }

  private static Object orFail(Object value, Coding coding) {
    try {
      return coding.apply(value);
    } catch (EncodingFailed e) {
      throw new FunctionFailed(e.text());
    }
  }
}
