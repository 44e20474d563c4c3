package dev.levada.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reads YAML and JSON into maps, lists and scalars.
final class Yaml {

  private Yaml() {}

  static Map<String, Object> mapping(String text) {
    return mapping(new Load(LoadSettings.builder().build()).loadFromString(text));
  }

  static Map<String, Object> mapping(Path file) {
    try {
      return mapping(Files.readString(file));
    } catch (IOException broken) {
      throw new AssertionError(file + " cannot be read", broken);
    }
  }

  /// The value as a mapping; empty where it is none.
  @SuppressWarnings("unchecked")
  static Map<String, Object> mapping(Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /// The value as a list; empty where it is none.
  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return value instanceof List<?> list ? (List<Object>) list : List.of();
  }
}
