package dev.levada.core.plan.fields;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.levada.core.digest.Sha256;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/// A short digest of a value, the same for all ways to write it.
public final class Fingerprint {

  /// The fingerprint of an object that the manager owns nothing of; no value has it.
  static final String NOTHING_OWNED = "0".repeat(32);

  private static final int BYTES = 16;

  /// An object is thousands of small pieces, and a digest is quicker with few large ones.
  private static final int GATHERED = 2048;

  private final MessageDigest digest = Sha256.begin();
  private final ByteBuffer gathered = ByteBuffer.allocate(GATHERED);

  private Fingerprint() {}

  static String of(Node node) {
    var fingerprint = new Fingerprint();
    fingerprint.add(node);
    return HexFormat.of().formatHex(fingerprint.end(), 0, BYTES);
  }

  /// The digest by which the history of a deployment knows what was applied.
  public static String ofAll(List<Manifest> manifests) {
    var fingerprint = new Fingerprint();
    manifests.forEach(manifest -> fingerprint.add(manifest.root()));
    return "sha256:" + HexFormat.of().formatHex(fingerprint.end());
  }

  /// Each value is written as its sort and its length before its content, so that no two different
  /// values make the same bytes.
  private void add(Node node) {
    switch (node) {
      case Mapping mapping -> {
        start('m', mapping.entries().size());
        new TreeMap<>(mapping.entries())
            .forEach((key, value) -> {
              text('k', key);
              add(value);
            });
      }
      case Sequence sequence -> {
        start('l', sequence.size());
        sequence.forEach(this::add);
      }
      case Scalar scalar -> add(scalar);
    }
  }

  private void add(Scalar scalar) {
    switch (scalar.kind()) {
      case STRING, TIMESTAMP -> text('s', scalar.text());
      case INTEGER, FLOAT -> text('n', number(Json.text(scalar)));
      case BOOLEAN -> start('b', scalar.isTrue() ? 1 : 0);
      case NULL -> start('0', 0);
    }
  }

  private static String number(String written) {
    try {
      // not toPlainString: an exponent could make it as long as the memory allows
      return new BigDecimal(written.replace("_", "")).stripTrailingZeros().toString();
    } catch (NumberFormatException infinityOrNoNumber) {
      return written;
    }
  }

  private void text(char sort, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    start(sort, bytes.length);
    if (bytes.length > gathered.remaining()) {
      pass();
    }
    if (bytes.length > GATHERED) {
      digest.update(bytes);
    } else {
      gathered.put(bytes);
    }
  }

  private void start(char sort, int length) {
    if (gathered.remaining() < Byte.BYTES + Integer.BYTES) {
      pass();
    }
    gathered.put((byte) sort).putInt(length);
  }

  private void pass() {
    digest.update(gathered.flip());
    gathered.clear();
  }

  private byte[] end() {
    pass();
    return digest.digest();
  }
}
