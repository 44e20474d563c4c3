package dev.levada.fetch.tls;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a private key from PEM text: PKCS#8, or the older forms for RSA (PKCS#1) and elliptic
/// curves (SEC 1), which are wrapped into PKCS#8.
public final class PemKey {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ((?:RSA |EC )?PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END");
  private static final String RSA = "300d06092a864886f70d0101010500";
  private static final String EC = "06072a8648ce3d0201";
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private PemKey() {}

  /// The key of a PEM text.
  ///
  /// @throws GeneralSecurityException where there is no key that can be read
  public static PrivateKey read(byte[] pem) throws GeneralSecurityException {
    Matcher block = BLOCK.matcher(new String(pem, StandardCharsets.ISO_8859_1));
    if (!block.find()) {
      throw new InvalidKeySpecException("no unencrypted private key in the PEM text");
    }
    byte[] body = Base64.getMimeDecoder().decode(block.group(2));
    byte[] wrapped =
        switch (block.group(1)) {
          case "RSA PRIVATE KEY" -> wrap(HexFormat.of().parseHex(RSA), body);
          case "EC PRIVATE KEY" -> wrap(curve(body), body);
          default -> body;
        };
    return decode(new PKCS8EncodedKeySpec(wrapped));
  }

  private static PrivateKey decode(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
    var tried = new InvalidKeySpecException("the private key is neither RSA, EC nor EdDSA");
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException e) {
        tried.addSuppressed(e);
      }
    }
    throw tried;
  }

  /// The algorithm's name with the curve, which SEC 1 keeps in the key's field `[0]`.
  private static byte[] curve(byte[] key) throws InvalidKeySpecException {
    for (int i = 0; i + 3 < key.length; i++) {
      if ((key[i] & 0xff) == 0xa0 && key[i + 2] == 6 && key[i + 1] == key[i + 3] + 2) {
        var name = new ByteArrayOutputStream();
        name.writeBytes(HexFormat.of().parseHex(EC));
        name.write(key, i + 2, key[i + 1]);
        return tagged(0x30, name.toByteArray());
      }
    }
    throw new InvalidKeySpecException("the EC private key does not name its curve");
  }

  private static byte[] wrap(byte[] algorithm, byte[] key) {
    var content = new ByteArrayOutputStream();
    content.writeBytes(new byte[] {2, 1, 0});
    content.writeBytes(algorithm);
    content.writeBytes(tagged(4, key));
    return tagged(0x30, content.toByteArray());
  }

  private static byte[] tagged(int tag, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 128) {
      out.write(content.length);
    } else {
      // DER wants the shortest form.
      out.write(content.length < 256 ? 0x81 : 0x82);
      out.writeBytes(
          content.length < 256 ? new byte[0] : new byte[] {(byte) (content.length >> 8)});
      out.write(content.length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }
}
