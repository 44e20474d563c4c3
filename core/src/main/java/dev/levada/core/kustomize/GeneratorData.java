package dev.levada.core.kustomize;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Collects the keys and bytes of a generated object (kustomize.md section 7.1).
final class GeneratorData {

  private final Folder folder;
  private final String kind;
  private final String name;
  private final Map<String, byte[]> data = new TreeMap<>();

  private GeneratorData(Folder folder, String kind, String name) {
    this.folder = folder;
    this.kind = kind;
    this.name = name;
  }

  /// @param kind what is made, for messages
  static Map<String, byte[]> collect(GeneratorEntry entry, Folder folder, String kind) {
    var collected = new GeneratorData(folder, kind, entry.name());
    each("env source files", entry.envs(), collected::env);
    each("literal sources", entry.literals(), collected::literal);
    each("file sources", entry.files(), collected::file);
    return collected.data;
  }

  private static void each(String kind, List<String> sources, Consumer<String> reader) {
    try {
      sources.forEach(reader);
    } catch (RepeatedKey e) {
      throw e.failure;
    } catch (BuildFailed e) {
      throw e.within(
          "loading KV pairs: "
              + kind
              + (kind.startsWith("literal") ? " [" : ": [")
              + String.join(" ", sources)
              + "]: ");
    }
  }

  /// Said of the whole object, not of a source.
  private static final class RepeatedKey extends RuntimeException {

    private final BuildFailed failure;

    RepeatedKey(BuildFailed failure) {
      super(failure);
      this.failure = failure;
    }
  }

  private void put(String key, byte[] value) {
    if (data.putIfAbsent(key, value) != null) {
      throw new RepeatedKey(
          new BuildFailed(
              "configmap " + name + " illegally repeats the key `" + key + "`",
              "Give each key of the " + kind + " '" + name + "' once"));
    }
  }

  private void env(String path) {
    String text;
    try {
      text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(folder.file(path))).toString();
    } catch (CharacterCodingException e) {
      throw new BuildFailed(
          "env source file '" + path + "' has invalid utf8 bytes", "Save the file as UTF-8");
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    for (String line : text.split("\r?\n", -1)) {
      envLine(line.stripLeading());
    }
  }

  private void envLine(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    int equals = line.indexOf('=');
    String key = equals < 0 ? line : line.substring(0, equals);
    String value = equals < 0 ? "" : line.substring(equals + 1);
    if (!key.isEmpty()) {
      put(key, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void literal(String source) {
    int equals = source.indexOf('=');
    if (equals <= 0) {
      throw new BuildFailed(
          "invalid literal source " + source + ", expected key=value", "Write key=value");
    }
    String value = source.substring(equals + 1);
    put(source.substring(0, equals), unquoted(value).getBytes(StandardCharsets.UTF_8));
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private void file(String source) {
    int equals = source.indexOf('=');
    String path = source.substring(equals + 1);
    String key =
        equals < 0 ? path.substring(path.lastIndexOf('/') + 1) : source.substring(0, equals);
    if (path.contains("=")) {
      throw new BuildFailed(
          "source \"" + source + "\" key name or file path contains '='", "Write key=path");
    }
    if (key.isEmpty() || path.isEmpty()) {
      throw new BuildFailed(
          (key.isEmpty()
                  ? "missing key name for file path \"" + path
                  : "missing file path for key name \"" + key)
              + "\" in source \""
              + source
              + "\"",
          "Write key=path");
    }
    put(key, folder.file(path));
  }
}
