package dev.levada.core.secret;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA3Digest;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;

/// ML-KEM-768 and X25519 as one key, known as X-Wing: what is agreed on is safe as long as either
/// of the two is.
final class HybridKem {

  /// How many bytes a key comes from.
  static final int SEED_BYTES = 32;

  /// How many bytes a message that agrees on a secret has.
  static final int MESSAGE_BYTES = 1088 + 32;

  private static final int LATTICE_BYTES = 1088;
  private static final byte[] LABEL = HexFormat.of().parseHex("5c2e2f2f5e5c");

  private final MLKEMPrivateKeyParameters lattice;
  private final X25519PrivateKeyParameters curve;

  HybridKem(byte[] seed) {
    byte[] expanded = new byte[96];
    var shake = new SHAKEDigest(256);
    shake.update(seed, 0, seed.length);
    shake.doFinal(expanded, 0, expanded.length);
    this.lattice =
        new MLKEMPrivateKeyParameters(
            MLKEMParameters.ml_kem_768, Arrays.copyOfRange(expanded, 0, 64));
    this.curve = new X25519PrivateKeyParameters(expanded, 64);
  }

  /// The secret that a message agrees on.
  byte[] agree(byte[] message) {
    byte[] sent = Arrays.copyOfRange(message, LATTICE_BYTES, MESSAGE_BYTES);
    byte[] shared = new byte[32];
    curve.generateSecret(new X25519PublicKeyParameters(sent, 0), shared, 0);
    var parts = new ByteArrayOutputStream();
    parts.writeBytes(
        new MLKEMExtractor(lattice).extractSecret(Arrays.copyOf(message, LATTICE_BYTES)));
    parts.writeBytes(shared);
    parts.writeBytes(sent);
    parts.writeBytes(curve.generatePublicKey().getEncoded());
    parts.writeBytes(LABEL);
    byte[] secret = new byte[32];
    var digest = new SHA3Digest(256);
    digest.update(parts.toByteArray(), 0, parts.size());
    digest.doFinal(secret, 0);
    return secret;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
