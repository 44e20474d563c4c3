package dev.levada.core.sprig.crypto;

import dev.levada.core.gotemplate.function.Call;
import dev.levada.core.gotemplate.function.FunctionFailed;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.DSAPrivateKey;
import java.security.interfaces.DSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTNamedCurves;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/// Private keys: made, written as PEM, read again.
final class Keys {

  private static final int LARGE = 4096;
  private static final int USUAL = 2048;
  private static final long STEPS = 10_000_000;

  private Keys() {}

  /// `genPrivateKey`.
  static String generate(Call call, String type) {
    return switch (type) {
      case "", "rsa" -> rsa(make(call, "RSA", LARGE).getPrivate());
      case "dsa" -> dsa(make(call, "DSA", USUAL));
      case "ecdsa" -> ec(make(call, "EC", 256).getPrivate());
      case "ed25519" ->
          new Pem("PRIVATE KEY", make(call, "Ed25519", 255).getPrivate().getEncoded()).text();
      default -> "Unknown type " + type;
    };
  }

  static KeyPair usual(Call call) {
    return make(call, "RSA", USUAL);
  }

  private static KeyPair make(Call call, String algorithm, int size) {
    call.spend(STEPS);
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size, new HandedRandom(call));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new FunctionFailed("failed to generate private key: " + e.getMessage());
    }
  }

  static String rsa(PrivateKey key) {
    return new Pem("RSA PRIVATE KEY", inner(key)).text();
  }

  private static byte[] inner(PrivateKey key) {
    try {
      return PrivateKeyInfo.getInstance(key.getEncoded())
          .parsePrivateKey()
          .toASN1Primitive()
          .getEncoded();
    } catch (IOException e) {
      throw new FunctionFailed("failed to encode private key: " + e.getMessage());
    }
  }

  private static String ec(PrivateKey key) {
    try {
      var info = PrivateKeyInfo.getInstance(key.getEncoded());
      var plain = ECPrivateKey.getInstance(info.parsePrivateKey());
      var named =
          new ECPrivateKey(
              256, plain.getKey(), plain.getPublicKey(), NISTNamedCurves.getOID("P-256"));
      return new Pem("EC PRIVATE KEY", named.getEncoded()).text();
    } catch (IOException e) {
      throw new FunctionFailed("failed to encode private key: " + e.getMessage());
    }
  }

  private static String dsa(KeyPair pair) {
    var secret = (DSAPrivateKey) pair.getPrivate();
    var open = (DSAPublicKey) pair.getPublic();
    var numbers = new ASN1EncodableVector();
    for (BigInteger number :
        new BigInteger[] {
          BigInteger.ZERO,
          secret.getParams().getP(),
          secret.getParams().getQ(),
          secret.getParams().getG(),
          open.getY(),
          secret.getX()
        }) {
      numbers.add(new ASN1Integer(number));
    }
    try {
      return new Pem("DSA PRIVATE KEY", new DERSequence(numbers).getEncoded()).text();
    } catch (IOException e) {
      throw new FunctionFailed("failed to encode private key: " + e.getMessage());
    }
  }

  /// A private key from PEM.
  static PrivateKey read(String text) {
    Pem pem = Pem.read(text).orElseThrow(() -> new FunctionFailed("no PEM data in input"));
    try {
      return switch (pem.type()) {
        case "RSA PRIVATE KEY" ->
            KeyFactory.getInstance("RSA").generatePrivate(wrapped(pem.bytes()));
        case "EC PRIVATE KEY" -> ecKey(pem);
        case "PRIVATE KEY" -> anyKey(pem.bytes());
        default ->
            throw new FunctionFailed("no private key data in PEM block of type " + pem.type());
      };
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw new FunctionFailed("error parsing private key: " + e.getMessage());
    }
  }

  private static PrivateKey anyKey(byte[] encoded) throws GeneralSecurityException {
    String algorithm =
        PrivateKeyInfo.getInstance(encoded).getPrivateKeyAlgorithm().getAlgorithm().getId();
    String name =
        algorithm.equals(PKCSObjectIdentifiers.rsaEncryption.getId())
            ? "RSA"
            : algorithm.equals("1.3.101.112") ? "Ed25519" : "EC";
    return KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  private static PKCS8EncodedKeySpec wrapped(byte[] rsa) throws IOException {
    var algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    return new PKCS8EncodedKeySpec(
        new PrivateKeyInfo(algorithm, ASN1Primitive.fromByteArray(rsa)).getEncoded());
  }

  private static PrivateKey ecKey(Pem pem) throws GeneralSecurityException, IOException {
    var key = ECPrivateKey.getInstance(pem.bytes());
    var algorithm =
        new AlgorithmIdentifier(
            org.bouncycastle.asn1.x9.X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject());
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(new PrivateKeyInfo(algorithm, key).getEncoded()));
  }
}
