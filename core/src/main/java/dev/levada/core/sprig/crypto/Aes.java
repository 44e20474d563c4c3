package dev.levada.core.sprig.crypto;

import dev.levada.core.gotemplate.function.Call;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.value.GoStrings;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256 in CBC mode: the key is the password cut or filled to 32 bytes, the vector stands first.
final class Aes {

  private static final int KEY = 32;
  private static final int BLOCK = 16;

  private Aes() {}

  static String encrypt(Call call, String password, String text) {
    if (text.isEmpty()) {
      return "";
    }
    byte[] plain = GoStrings.bytes(text);
    int padding = BLOCK - plain.length % BLOCK;
    byte[] padded = Arrays.copyOf(plain, plain.length + padding);
    Arrays.fill(padded, plain.length, padded.length, (byte) padding);
    var vector = new byte[BLOCK];
    call.random().nextBytes(vector);
    byte[] encrypted = run(Cipher.ENCRYPT_MODE, password, vector, padded);
    byte[] all = Arrays.copyOf(vector, BLOCK + encrypted.length);
    System.arraycopy(encrypted, 0, all, BLOCK, encrypted.length);
    return Base64.getEncoder().encodeToString(all);
  }

  static String decrypt(String password, String text) {
    if (text.isEmpty()) {
      return "";
    }
    byte[] all = decoded(text);
    if (all.length < BLOCK) {
      throw new FunctionFailed(
          "runtime error: slice bounds out of range [:16] with capacity " + all.length);
    }
    byte[] body = Arrays.copyOfRange(all, BLOCK, all.length);
    if (body.length % BLOCK != 0) {
      throw new FunctionFailed("crypto/cipher: input not full blocks");
    }
    if (body.length == 0) {
      throw new FunctionFailed("runtime error: index out of range [-1]");
    }
    byte[] padded = run(Cipher.DECRYPT_MODE, password, Arrays.copyOf(all, BLOCK), body);
    int length = padded.length - (padded[padded.length - 1] & 0xff);
    if (length < 0) {
      throw new FunctionFailed("runtime error: slice bounds out of range [:" + length + "]");
    }
    return GoStrings.of(padded, 0, length);
  }

  private static byte[] decoded(String text) {
    try {
      if (text.length() % 4 != 0) {
        throw new IllegalArgumentException("the last group is not whole");
      }
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      int at = 0;
      while (at < text.length() && isBase64(text.charAt(at))) {
        at++;
      }
      int shown = at < text.length() ? at : at - at % 4;
      throw new FunctionFailed("illegal base64 data at input byte " + shown);
    }
  }

  private static boolean isBase64(char c) {
    return (c < 0x80 && Character.isLetterOrDigit(c)) || c == '+' || c == '/';
  }

  private static byte[] run(int mode, String password, byte[] vector, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      byte[] key = Arrays.copyOf(GoStrings.bytes(password), KEY);
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new FunctionFailed("crypto/aes: " + e.getMessage());
    }
  }
}
