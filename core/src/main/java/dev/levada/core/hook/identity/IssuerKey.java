package dev.levada.core.hook.identity;

import dev.levada.core.manifest.Mapping;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// A public key of an issuer.
///
/// @param id the name that tokens call it by; empty where it has none
/// @param family what it signs with: RSA, the curve's name, or Ed25519
/// @param key the key
record IssuerKey(String id, String family, PublicKey key) {

  static final String RSA = "RSA";
  static final String ED25519 = "Ed25519";

  private static final int LEAST_RSA_BITS = 2048;
  private static final Map<String, String> CURVES =
      Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");

  /// Reads a key of a key set; nothing where it is of a kind that is not known, or not for
  /// signatures.
  static Optional<IssuerKey> of(Mapping said) {
    String use = said.textAt("use");
    if (!use.isEmpty() && !use.equals("sig")) {
      return Optional.empty();
    }
    try {
      return switch (said.textAt("kty")) {
        case "RSA" -> rsa(said);
        case "EC" -> elliptic(said);
        case "OKP" -> edwards(said);
        default -> Optional.empty();
      };
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private static Optional<IssuerKey> rsa(Mapping said) throws GeneralSecurityException {
    BigInteger modulus = number(said, "n");
    if (modulus.bitLength() < LEAST_RSA_BITS) {
      return Optional.empty();
    }
    var spec = new RSAPublicKeySpec(modulus, number(said, "e"));
    return Optional.of(
        new IssuerKey(said.textAt("kid"), RSA, KeyFactory.getInstance("RSA").generatePublic(spec)));
  }

  private static Optional<IssuerKey> elliptic(Mapping said) throws GeneralSecurityException {
    String curve = said.textAt("crv");
    if (!CURVES.containsKey(curve)) {
      return Optional.empty();
    }
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(CURVES.getOrDefault(curve, "")));
    var domain = parameters.getParameterSpec(ECParameterSpec.class);
    var point = new ECPoint(number(said, "x"), number(said, "y"));
    int bits = domain.getCurve().getField().getFieldSize();
    if (point.getAffineX().bitLength() > bits || point.getAffineY().bitLength() > bits) {
      return Optional.empty(); // Java has no typed answer to such a point
    }
    var spec = new ECPublicKeySpec(point, domain);
    return Optional.of(
        new IssuerKey(
            said.textAt("kid"), curve, KeyFactory.getInstance("EC").generatePublic(spec)));
  }

  private static Optional<IssuerKey> edwards(Mapping said) throws GeneralSecurityException {
    byte[] point = bytes(said, "x");
    if (!said.textAt("crv").equals(ED25519) || point.length != 32) {
      return Optional.empty();
    }
    boolean odd = (point[31] & 0x80) != 0;
    point[31] &= 0x7f;
    byte[] bigEndian = new byte[32];
    for (int i = 0; i < 32; i++) {
      bigEndian[i] = point[31 - i];
    }
    var spec =
        new EdECPublicKeySpec(
            NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bigEndian)));
    return Optional.of(
        new IssuerKey(
            said.textAt("kid"), ED25519, KeyFactory.getInstance("Ed25519").generatePublic(spec)));
  }

  private static BigInteger number(Mapping said, String field) {
    return new BigInteger(1, bytes(said, field));
  }

  private static byte[] bytes(Mapping said, String field) {
    return Base64.getUrlDecoder().decode(said.textAt(field));
  }
}
