package dev.levada.operator.telemetry;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Node;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes whatever a log call was given as JSON: maps, records and manifest nodes as objects, lists
/// as lists, numbers and truth values as such, all else as text. Long texts and deep nesting are
/// cut.
final class LogValues {

  static final int LONGEST_TEXT = 16 * 1024;
  private static final int DEEPEST = 12;

  private final JsonGenerator out;

  LogValues(JsonGenerator out) {
    this.out = out;
  }

  void write(@Nullable Object value) {
    write(value, 0);
  }

  private void write(@Nullable Object value, int depth) {
    switch (value) {
      case null -> out.writeNull();
      case Object deep when depth > DEEPEST -> out.writeString("…");
      case Node node -> Json.write(node, out);
      case Map<?, ?> map -> object(map, depth);
      case Record fields -> fields(fields, depth);
      case Iterable<?> items -> list(items, depth);
      case Object[] items -> list(Arrays.asList(items), depth);
      case Optional<?> optional -> write(optional.orElse(null), depth);
      default -> scalar(value);
    }
  }

  private void scalar(Object value) {
    switch (value) {
      case Boolean truth -> out.writeBoolean(truth);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Double number when Double.isFinite(number) -> out.writeNumber(number);
      default -> out.writeString(cut(value.toString()));
    }
  }

  static String cut(String text) {
    return text.length() <= LONGEST_TEXT
        ? text
        : text.substring(0, LONGEST_TEXT) + "… (" + (text.length() - LONGEST_TEXT) + " more)";
  }

  private void object(Map<?, ?> map, int depth) {
    out.writeStartObject();
    map.forEach((key, value) -> {
      out.writeName(String.valueOf(key));
      write(value, depth + 1);
    });
    out.writeEndObject();
  }

  private void list(Iterable<?> items, int depth) {
    out.writeStartArray();
    items.forEach(item -> write(item, depth + 1));
    out.writeEndArray();
  }

  private void fields(Record object, int depth) {
    out.writeStartObject();
    for (RecordComponent component : object.getClass().getRecordComponents()) {
      out.writeName(component.getName());
      write(read(object, component), depth + 1);
    }
    out.writeEndObject();
  }

  private static @Nullable Object read(Record object, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(object);
    } catch (IllegalAccessException | InvocationTargetException e) {
      return "unreadable: " + e;
    }
  }
}
