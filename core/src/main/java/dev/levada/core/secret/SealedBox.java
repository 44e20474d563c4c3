package dev.levada.core.secret;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// HPKE (RFC 9180) in base mode, for one message: HKDF-SHA256 and ChaCha20-Poly1305 over a secret
/// that was agreed on with the hybrid key.
final class SealedBox {

  private static final byte[] SUITE =
      HexFormat.of().parseHex("48504b45" + "647a" + "0001" + "0003");
  private static final byte[] VERSION = HybridKem.ascii("HPKE-v1");
  private static final byte[] NONE = new byte[0];

  private SealedBox() {}

  /// The message's content.
  ///
  /// @throws GeneralSecurityException where it was sealed with another secret
  static byte[] open(byte[] secret, byte[] purpose, byte[] message)
      throws GeneralSecurityException {
    byte[] context =
        joined(
            new byte[] {0},
            extract(NONE, "psk_id_hash", NONE),
            extract(NONE, "info_hash", purpose));
    byte[] base = extract(secret, "secret", NONE);
    Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(expand(base, "key", context, 32), "ChaCha20"),
        new IvParameterSpec(expand(base, "base_nonce", context, 12)));
    return cipher.doFinal(message);
  }

  private static byte[] extract(byte[] salt, String label, byte[] material)
      throws GeneralSecurityException {
    return mac(
        salt.length == 0 ? new byte[32] : salt,
        joined(VERSION, SUITE, HybridKem.ascii(label), material));
  }

  // One round gives 32 bytes, and no more are ever asked for.
  private static byte[] expand(byte[] key, String label, byte[] context, int length)
      throws GeneralSecurityException {
    byte[] text =
        joined(
            new byte[] {0, (byte) length},
            VERSION,
            SUITE,
            HybridKem.ascii(label),
            context,
            new byte[] {1});
    return Arrays.copyOf(mac(key, text), length);
  }

  private static byte[] mac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  private static byte[] joined(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
