package dev.levada.core.sprig.crypto;

import dev.levada.core.gotemplate.format.Printer;
import dev.levada.core.gotemplate.function.Call;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.value.GoList;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.IPAddress;

/// Makes certificates that are valid from now on.
final class CertificateMaker {

  private static final int SERIAL_BITS = 128;

  private CertificateMaker() {}

  /// Whom a certificate is for.
  record Subject(String name, GoList addresses, GoList hosts, long days) {}

  /// Who signs a certificate.
  record Signer(X500Name name, PrivateKey key) {

    static Signer itself(String name, KeyPair pair) {
      return new Signer(named(name), pair.getPrivate());
    }

    static Signer authority(Certificate certificate) {
      Pem pem =
          Pem.read(certificate.cert())
              .orElseThrow(() -> new FunctionFailed("unable to decode certificate"));
      try {
        return new Signer(
            new X509CertificateHolder(pem.bytes()).getSubject(), Keys.read(certificate.key()));
      } catch (IOException e) {
        throw new FunctionFailed("error parsing certificate: " + e.getMessage());
      }
    }
  }

  private static X500Name named(String name) {
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
  }

  static void refuseBroken(Pem pem) {
    try {
      new X509CertificateHolder(pem.bytes()).getSubject();
    } catch (IOException e) {
      throw new FunctionFailed("error parsing certificate: " + e.getMessage());
    }
  }

  static KeyPair pair(PrivateKey key) {
    if (!(key instanceof RSAPrivateCrtKey rsa)) {
      throw new FunctionFailed("error parsing private key: only RSA keys can be given here");
    }
    try {
      var open = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
      return new KeyPair(KeyFactory.getInstance("RSA").generatePublic(open), key);
    } catch (GeneralSecurityException e) {
      throw new FunctionFailed("error parsing private key: " + e.getMessage());
    }
  }

  static Certificate authority(Call call, String name, long days, KeyPair pair) {
    var subject = new Subject(name, GoList.NIL, GoList.NIL, days);
    return make(call, subject, pair, Signer.itself(name, pair), true);
  }

  static Certificate leaf(Call call, Subject subject, KeyPair pair, Signer signer) {
    return make(call, subject, pair, signer, false);
  }

  private static Certificate make(
      Call call, Subject subject, KeyPair pair, Signer signer, boolean authority) {
    List<GeneralName> names = alternatives(subject);
    var from = Date.from(call.now());
    var until = Date.from(call.now().plus(Duration.ofDays(subject.days())));
    var serial = new BigInteger(SERIAL_BITS, new HandedRandom(call));
    var builder =
        new X509v3CertificateBuilder(
            signer.name(),
            serial,
            from,
            until,
            named(subject.name()),
            SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
    try {
      extend(builder, names, authority);
      var sign = new JcaContentSignerBuilder("SHA256WithRSA").build(signer.key());
      byte[] encoded = builder.build(sign).getEncoded();
      return new Certificate(new Pem("CERTIFICATE", encoded).text(), Keys.rsa(pair.getPrivate()));
    } catch (IOException | OperatorCreationException e) {
      throw new FunctionFailed("error creating certificate: " + e.getMessage());
    }
  }

  private static void extend(
      X509v3CertificateBuilder builder, List<GeneralName> names, boolean authority)
      throws IOException {
    int usage = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(authority ? usage | KeyUsage.keyCertSign : usage));
    builder.addExtension(
        Extension.extendedKeyUsage,
        false,
        new ExtendedKeyUsage(
            new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    if (!names.isEmpty()) {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(names.toArray(new GeneralName[0])));
    }
  }

  private static List<GeneralName> alternatives(Subject subject) {
    var names = new ArrayList<GeneralName>();
    for (Object address : subject.addresses().toArray()) {
      if (!(address instanceof String text)) {
        throw new FunctionFailed("error parsing ip: " + Printer.text(address) + " is not a string");
      }
      if (!IPAddress.isValid(text)) {
        throw new FunctionFailed("error parsing ip: " + text);
      }
      names.add(new GeneralName(GeneralName.iPAddress, text));
    }
    for (Object host : subject.hosts().toArray()) {
      if (!(host instanceof String text)) {
        throw new FunctionFailed(
            "error processing alternate dns name: " + Printer.text(host) + " is not a string");
      }
      names.add(new GeneralName(GeneralName.dNSName, text));
    }
    return names;
  }
}
