package dev.levada.core.secret;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.levada.core.manifest.Scalar;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Opens single values: `ENC[AES256_GCM,data:…,iv:…,tag:…,type:…]`.
final class ValueCipher {

  private static final Pattern SHAPE =
      Pattern.compile("ENC\\[AES256_GCM,data:([^,]*),iv:([^,]+),tag:([^,]+),type:([a-z]+)\\]");
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec key;

  ValueCipher(byte[] dataKey) {
    if (dataKey.length != KEY_BYTES) {
      throw new DecryptionFailed(
          "the data key has " + dataKey.length + " bytes, not " + KEY_BYTES,
          "Encrypt the file anew");
    }
    this.key = new SecretKeySpec(dataKey, "AES");
  }

  static boolean isEncrypted(String text) {
    return text.startsWith("ENC[AES256_GCM,") && SHAPE.matches(text);
  }

  /// Whether a text is a comment that an encrypted list keeps among its items.
  static boolean isComment(String text) {
    return text.endsWith(",type:comment]") && isEncrypted(text);
  }

  /// The value that an encrypted text stands for.
  ///
  /// @param text the encrypted text
  /// @param context what it is bound to: the keys above it, or a time
  Scalar open(String text, String context) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      throw failed(context, "it is not encrypted");
    }
    String plain = decrypt(shape, context);
    return switch (shape.group(4)) {
      case "int" -> new Scalar(Scalar.Kind.INTEGER, plain, false);
      case "float" -> new Scalar(Scalar.Kind.FLOAT, plain, false);
      case "bool" -> Scalar.of(plain.equalsIgnoreCase("true"));
      default -> new Scalar(Scalar.Kind.STRING, plain, true);
    };
  }

  private String decrypt(Matcher shape, String context) {
    try {
      Base64.Decoder base64 = Base64.getDecoder();
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, base64.decode(shape.group(2))));
      cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
      var sealed = new ByteArrayOutputStream();
      sealed.writeBytes(base64.decode(shape.group(1)));
      sealed.writeBytes(base64.decode(shape.group(3)));
      return new String(cipher.doFinal(sealed.toByteArray()), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw failed(context, "it was changed or moved after it was encrypted");
    }
  }

  private static DecryptionFailed failed(String context, String why) {
    String place = context.endsWith(":") ? context.substring(0, context.length() - 1) : context;
    return new DecryptionFailed(
        "the value at '" + place + "' cannot be decrypted: " + why,
        "Change encrypted files with sops only");
  }
}
