package dev.levada.core.sprig.crypto;

import dev.levada.core.gotemplate.function.Call;
import dev.levada.core.gotemplate.number.Unsigned;
import dev.levada.core.gotemplate.value.GoStrings;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/// Passwords derived by the Master Password algorithm, version 3.
final class DerivedPassword {

  private static final String SCOPE = "com.lyndir.masterpassword";
  private static final long STEPS = 5_000_000;

  private static final Map<String, List<String>> TEMPLATES =
      Map.of(
          "maximum", List.of("anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"),
          "long",
              List.of(
                  "CvcvnoCvcvCvcv",
                  "CvcvCvcvnoCvcv",
                  "CvcvCvcvCvcvno",
                  "CvccnoCvcvCvcv",
                  "CvccCvcvnoCvcv",
                  "CvccCvcvCvcvno",
                  "CvcvnoCvccCvcv",
                  "CvcvCvccnoCvcv",
                  "CvcvCvccCvcvno",
                  "CvcvnoCvcvCvcc",
                  "CvcvCvcvnoCvcc",
                  "CvcvCvcvCvccno",
                  "CvccnoCvccCvcv",
                  "CvccCvccnoCvcv",
                  "CvccCvccCvcvno",
                  "CvcvnoCvccCvcc",
                  "CvcvCvccnoCvcc",
                  "CvcvCvccCvccno",
                  "CvccnoCvcvCvcc",
                  "CvccCvcvnoCvcc",
                  "CvccCvcvCvccno"),
          "medium", List.of("CvcnoCvc", "CvcCvcno"),
          "short", List.of("Cvcn"),
          "basic", List.of("aaanaaan", "aannaaan", "aaannaaa"),
          "pin", List.of("nnnn"));

  private static final Map<Character, String> CHARACTERS =
      Map.of(
          'V', "AEIOU",
          'C', "BCDFGHJKLMNPQRSTVWXYZ",
          'v', "aeiou",
          'c', "bcdfghjklmnpqrstvwxyz",
          'A', "AEIOUBCDFGHJKLMNPQRSTVWXYZ",
          'a', "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz",
          'n', "0123456789",
          'o', "@&%?,=[]_:-+*$#!'^~;()/.",
          'x', "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()");

  private DerivedPassword() {}

  static String derive(Call call, Object[] given) {
    int counter = (int) ((Unsigned) given[0]).value();
    String type = (String) given[1];
    List<String> templates = TEMPLATES.get(type);
    if (templates == null) {
      return "cannot find password template " + type;
    }
    call.spend(STEPS);
    byte[] salt = message((String) given[3], new byte[0]);
    byte[] key = SCrypt.generate(GoStrings.bytes((String) given[2]), salt, 32768, 8, 2, 64);
    byte[] counted = ByteBuffer.allocate(4).putInt(counter).array();
    byte[] seed = hmac(key, message((String) given[4], counted));
    String template = templates.get((seed[0] & 0xff) % templates.size());
    var password = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      String characters = CHARACTERS.getOrDefault(template.charAt(i), "");
      password.append(characters.charAt((seed[i + 1] & 0xff) % characters.length()));
    }
    return password.toString();
  }

  private static byte[] message(String name, byte[] end) {
    byte[] bytes = GoStrings.bytes(name);
    var out = new ByteArrayOutputStream();
    out.writeBytes(SCOPE.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
    out.writeBytes(bytes);
    out.writeBytes(end);
    return out.toByteArray();
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    var mac = new HMac(new SHA256Digest());
    mac.init(new KeyParameter(key));
    mac.update(message, 0, message.length);
    var out = new byte[mac.getMacSize()];
    mac.doFinal(out, 0);
    return out;
  }
}
