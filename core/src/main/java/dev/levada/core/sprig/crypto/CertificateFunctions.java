package dev.levada.core.sprig.crypto;

import static dev.levada.core.gotemplate.function.Parameter.INT;
import static dev.levada.core.gotemplate.function.Parameter.LIST;
import static dev.levada.core.gotemplate.function.Parameter.STRING;

import dev.levada.core.gotemplate.function.Call;
import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoStrings;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Functions that make keys and certificates.
final class CertificateFunctions {

  private CertificateFunctions() {}

  static List<Function> all() {
    var all = new ArrayList<>(authorities());
    all.addAll(leaves());
    return all;
  }

  private static List<Function> authorities() {
    return List.of(
        Function.of(
            "genPrivateKey", (call, given) -> Keys.generate(call, (String) given[0]), STRING),
        Function.of(
            "buildCustomCert",
            (_, given) -> custom((String) given[0], (String) given[1]),
            STRING,
            STRING),
        Function.of(
            "genCA",
            (call, given) ->
                CertificateMaker.authority(
                    call, (String) given[0], (Long) given[1], Keys.usual(call)),
            STRING,
            INT),
        Function.of(
            "genCAWithKey",
            (call, given) ->
                CertificateMaker.authority(
                    call, (String) given[0], (Long) given[1], pair((String) given[2])),
            STRING,
            INT,
            STRING));
  }

  private static List<Function> leaves() {
    return List.of(
        Function.of(
            "genSelfSignedCert",
            (call, given) -> selfSigned(call, given, null),
            STRING,
            LIST,
            LIST,
            INT),
        Function.of(
            "genSelfSignedCertWithKey",
            (call, given) -> selfSigned(call, given, (String) given[4]),
            STRING,
            LIST,
            LIST,
            INT,
            STRING),
        Function.of(
            "genSignedCert",
            (call, given) -> signed(call, given, null),
            STRING,
            LIST,
            LIST,
            INT,
            Certificate.CERTIFICATE),
        Function.of(
            "genSignedCertWithKey",
            (call, given) -> signed(call, given, (String) given[5]),
            STRING,
            LIST,
            LIST,
            INT,
            Certificate.CERTIFICATE,
            STRING));
  }

  private static KeyPair pair(String key) {
    return CertificateMaker.pair(Keys.read(key));
  }

  private static Certificate selfSigned(
      Call call, Object[] given, @org.jspecify.annotations.Nullable String key) {
    KeyPair pair = key == null ? Keys.usual(call) : pair(key);
    return CertificateMaker.leaf(
        call, subject(given), pair, CertificateMaker.Signer.itself((String) given[0], pair));
  }

  private static Certificate signed(
      Call call, Object[] given, @org.jspecify.annotations.Nullable String key) {
    KeyPair pair = key == null ? Keys.usual(call) : pair(key);
    return CertificateMaker.leaf(
        call, subject(given), pair, CertificateMaker.Signer.authority((Certificate) given[4]));
  }

  private static CertificateMaker.Subject subject(Object[] given) {
    return new CertificateMaker.Subject(
        (String) given[0], (GoList) given[1], (GoList) given[2], (Long) given[3]);
  }

  private static Certificate custom(String cert, String key) {
    String plainCert = decoded(cert, "certificate");
    String plainKey = decoded(key, "private key");
    Pem pem =
        Pem.read(plainCert).orElseThrow(() -> new FunctionFailed("unable to decode certificate"));
    CertificateMaker.refuseBroken(pem);
    Keys.read(plainKey);
    return new Certificate(plainCert, plainKey);
  }

  private static String decoded(String text, String what) {
    try {
      return GoStrings.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException _) {
      throw new FunctionFailed("unable to decode base64 " + what);
    }
  }
}
