package dev.levada.core.sprig.crypto;

import static dev.levada.core.gotemplate.function.Parameter.STRING;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.Parameter;
import dev.levada.core.gotemplate.number.Unsigned;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.gotemplate.value.Kind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Adler32;

/// Functions that hash, encrypt, and make keys and certificates.
public final class CryptoFunctions {

  private static final Parameter UINT32 = Parameter.of("uint32", Kind.UINT64, Unsigned.class);

  private CryptoFunctions() {}

  /// All functions of this package.
  public static List<Function> all() {
    var all = new ArrayList<Function>();
    all.add(digest("sha1sum", "SHA-1"));
    all.add(digest("sha256sum", "SHA-256"));
    all.add(digest("sha512sum", "SHA-512"));
    all.add(Function.of("adler32sum", (_, given) -> adler((String) given[0]), STRING));
    all.add(
        Function.of("bcrypt", (call, given) -> Passwords.bcrypt(call, (String) given[0]), STRING));
    all.add(
        Function.of(
            "htpasswd",
            (call, given) -> Passwords.htpasswd(call, (String) given[0], (String) given[1]),
            STRING,
            STRING));
    all.add(
        Function.of(
            "derivePassword",
            (call, given) -> DerivedPassword.derive(call, given),
            UINT32,
            STRING,
            STRING,
            STRING,
            STRING));
    all.add(
        Function.of(
            "encryptAES",
            (call, given) -> Aes.encrypt(call, (String) given[0], (String) given[1]),
            STRING,
            STRING));
    all.add(
        Function.of(
            "decryptAES",
            (_, given) -> Aes.decrypt((String) given[0], (String) given[1]),
            STRING,
            STRING));
    all.addAll(CertificateFunctions.all());
    return all;
  }

  private static Function digest(String name, String algorithm) {
    return Function.of(
        name,
        (_, given) ->
            HexFormat.of().formatHex(digest(algorithm).digest(GoStrings.bytes((String) given[0]))),
        STRING);
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(algorithm + " is in every JDK", e);
    }
  }

  private static String adler(String text) {
    var adler = new Adler32();
    adler.update(GoStrings.bytes(text));
    return Long.toString(adler.getValue());
  }
}
