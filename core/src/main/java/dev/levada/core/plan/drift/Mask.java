package dev.levada.core.plan.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.levada.core.digest.Sha256;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.plan.fields.GroupKind;
import java.util.HexFormat;
import java.util.Set;

/// Hides the values of Secrets from whoever reads a change: `*** (1f0c)`. The short hash shows that
/// a value changed; it is salted with the object's uid and the key, and too short to find the value
/// by trying.
final class Mask {

  private static final Set<String> SECRET_FIELDS = Set.of("data", "stringData");
  private static final String COPY_OF_ALL = "kubectl.kubernetes.io/last-applied-configuration";
  private static final int HASH_BYTES = 2;

  private Mask() {}

  /// A copy of the object that holds no secret; the object itself where it is no Secret.
  static Manifest of(Manifest manifest, String salt) {
    if (!GroupKind.of(manifest).equals(new GroupKind("", "Secret"))) {
      return manifest;
    }
    Manifest copy = manifest.copy();
    copy.root()
        .entries()
        .replaceAll((field, value) ->
            SECRET_FIELDS.contains(field) ? hidden(value, salt + "/" + field) : value);
    copy.root()
        .mappingAt("metadata", "annotations")
        .entries()
        .computeIfPresent(COPY_OF_ALL, (key, value) -> hidden(value, salt + "/" + key));
    return copy;
  }

  private static Node hidden(Node value, String salt) {
    return switch (value) {
      case Mapping mapping -> {
        var masked = new Mapping();
        mapping.entries().forEach((key, item) -> masked.put(key, hidden(item, salt + "/" + key)));
        yield masked;
      }
      case Sequence _ -> Scalar.of("***");
      case Scalar scalar -> Scalar.of("*** (" + hash(salt + "\n" + scalar.text()) + ")");
    };
  }

  private static String hash(String text) {
    byte[] digest = Sha256.begin().digest(text.getBytes(UTF_8));
    return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
  }
}
