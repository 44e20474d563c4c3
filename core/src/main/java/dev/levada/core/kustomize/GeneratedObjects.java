package dev.levada.core.kustomize;

import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Makes ConfigMaps and Secrets from generator entries (kustomize.md section 7.1).
final class GeneratedObjects {

  private static final int COLUMNS = 70;

  private GeneratedObjects() {}

  static Resource configMap(GeneratorEntry entry, GeneratorEntry.Options options, Folder folder) {
    Mapping root = frame(entry, "ConfigMap");
    GeneratorData.collect(entry, folder, "ConfigMap")
        .forEach((key, value) -> {
          String text = utf8(value);
          if (text == null) {
            root.child("binaryData").put(key, quoted(base64(value)));
          } else {
            root.child("data").put(key, quoted(text));
          }
        });
    return finish(root, entry, options);
  }

  static Resource secret(GeneratorEntry entry, GeneratorEntry.Options options, Folder folder) {
    Mapping root = frame(entry, "Secret");
    root.put("type", entry.type().isEmpty() ? "Opaque" : entry.type());
    Mapping data = root.child("data");
    GeneratorData.collect(entry, folder, "Secret")
        .forEach((key, value) -> data.put(key, quoted(base64(value))));
    return finish(root, entry, options);
  }

  private static Mapping frame(GeneratorEntry entry, String kind) {
    if (entry.name().isEmpty()) {
      throw new BuildFailed(
          "a configmap must have a name", "Give every entry of the " + kind + " generator a name");
    }
    var root = new Mapping().put("apiVersion", "v1").put("kind", kind);
    root.child("metadata").put("name", entry.name());
    if (!entry.namespace().isEmpty()) {
      root.child("metadata").put("namespace", entry.namespace());
    }
    return root;
  }

  private static Resource finish(
      Mapping root, GeneratorEntry entry, GeneratorEntry.Options options) {
    putAll(root, "labels", options.labels());
    putAll(root, "annotations", options.annotations());
    if (options.immutable()) {
      root.put("immutable", Scalar.of(true));
    }
    var made = new Resource(root).hashed(!options.withoutHash()).comesFromData(entry.behavior());
    made.rememberPlainKeys(root.mappingAt("data").entries().keySet());
    made.rememberPlainKeys(root.mappingAt("binaryData").entries().keySet());
    made.rememberPlainKeys(options.labels().keySet());
    made.rememberPlainKeys(options.annotations().keySet());
    return made;
  }

  private static void putAll(Mapping root, String field, Map<String, String> texts) {
    if (!texts.isEmpty()) {
      Mapping into = root.child("metadata").child(field);
      texts.forEach((key, value) -> into.put(key, quoted(value)));
    }
  }

  private static Scalar quoted(String text) {
    return new Scalar(Scalar.Kind.STRING, text, isOther(text));
  }

  /// Whether a text alone would be something else as YAML: such a one stays a text whatever a patch
  /// puts there.
  private static boolean isOther(String text) {
    if (text.isEmpty() || text.indexOf('\n') >= 0) {
      return false;
    }
    try {
      List<Node> documents =
          YamlReader.documents(text.getBytes(StandardCharsets.UTF_8), YamlRules.KUSTOMIZATION_1_1);
      return documents.size() == 1
          && !(documents.getFirst() instanceof Scalar scalar
              && scalar.kind() == Scalar.Kind.STRING);
    } catch (MalformedManifest plain) {
      return false;
    }
  }

  private static @org.jspecify.annotations.Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException binary) {
      return null;
    }
  }

  private static String base64(byte[] bytes) {
    String text = Base64.getEncoder().encodeToString(bytes);
    if (text.length() <= COLUMNS) {
      return text;
    }
    var broken = new StringBuilder();
    for (int i = 0; i < text.length(); i += COLUMNS) {
      broken.append(text, i, Math.min(i + COLUMNS, text.length())).append('\n');
    }
    return broken.toString();
  }
}
