package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Appends a hash of the content to the names of generated objects, so that a change of content is
/// a change of name (kustomize.md section 7.3).
final class NameHashes implements Transformer {

  @Override
  public void transform(ResourceList resources) {
    for (Resource resource : resources) {
      if (resource.isHashed()) {
        String hash = hash(resource);
        resource.remember();
        resource.rename(resource.name() + "-" + hash);
      }
    }
  }

  private static String hash(Resource resource) {
    String hex = sha256(text(resource)).substring(0, 10);
    return hex.replace('0', 'g')
        .replace('1', 'h')
        .replace('3', 'k')
        .replace('a', 'm')
        .replace('e', 't');
  }

  private static String text(Resource resource) {
    Mapping root = resource.root();
    boolean secret = resource.type().kind().equals("Secret");
    var text = new StringBuilder("{");
    if (!secret && root.has("binaryData")) {
      text.append("\"binaryData\":").append(content(root, "binaryData")).append(',');
    }
    text.append("\"data\":").append(content(root, "data"));
    text.append(",\"kind\":").append(GoJson.string(resource.type().kind()));
    // The name is left out on purpose: the same content has the same hash under every name.
    text.append(",\"name\":\"\"");
    if (secret) {
      if (root.has("stringData")) {
        text.append(",\"stringData\":").append(content(root, "stringData"));
      }
      text.append(",\"type\":").append(GoJson.string(root.textAt("type")));
    }
    return text.append('}').toString();
  }

  /// Patches can put other things than texts there, and another thing than a mapping.
  private static String content(Mapping root, String field) {
    return switch (root.get(field)) {
      case null -> "\"\"";
      case Scalar scalar -> GoJson.string(scalar.text());
      case Sequence _ -> "null";
      case Mapping mapping -> {
        TabbedData.refuse(mapping);
        Mapping settled = mapping.copy();
        settled.settle();
        yield GoJson.text(settled);
      }
    };
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
