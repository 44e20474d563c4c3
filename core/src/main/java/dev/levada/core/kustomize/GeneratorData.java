package dev.levada.core.kustomize;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Collects the keys and bytes of a generated object (kustomize.md section 7.1).
final class GeneratorData {

  private final Folder folder;
  private final String owner;
  private final Map<String, byte[]> data = new LinkedHashMap<>();

  private GeneratorData(Folder folder, String owner) {
    this.folder = folder;
    this.owner = owner;
  }

  /// @param owner how messages name the object that is made
  static Map<String, byte[]> collect(GeneratorEntry entry, Folder folder, String owner) {
    var collected = new GeneratorData(folder, owner);
    entry.envs().forEach(collected::env);
    entry.literals().forEach(collected::literal);
    entry.files().forEach(collected::file);
    return collected.data;
  }

  private void put(String key, byte[] value) {
    if (data.putIfAbsent(key, value) != null) {
      throw new BuildFailed(
          owner + " illegally repeats the key `" + key + "`", "Give each key once");
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
          "key name or file path contains '=' in '" + source + "'", "Write key=path");
    }
    if (key.isEmpty() || path.isEmpty()) {
      throw new BuildFailed(
          (key.isEmpty() ? "missing key name for file path '" : "missing file path for key name '")
              + source
              + "'",
          "Write key=path");
    }
    put(key, folder.file(path));
  }
}
