package dev.levada.testbed.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate authority that lives in memory, for servers on the loopback address and their
/// clients.
public final class TestAuthority {

  private static final byte[] ECDSA_SHA256 = Der.sequence(Der.identifier("2a8648ce3d040302"));
  private static final String COMMON_NAME = "550403";
  private static final String BASIC_CONSTRAINTS = "551d13";
  private static final String ALTERNATIVE_NAME = "551d11";
  private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2099-01-01T00:00:00Z");
  private static final char[] NO_PASSWORD = new char[0];

  private final AtomicLong serial = new AtomicLong(1);
  private final String name;
  private final KeyPair keys;
  private final X509Certificate certificate;

  /// A certificate and its key, as PEM text.
  ///
  /// @param certificate the certificate
  /// @param key its private key
  public record Pem(String certificate, String key) {}

  /// @param name the authority's common name
  public TestAuthority(String name) {
    this.name = name;
    this.keys = newKeys();
    this.certificate = sign(name, keys, extension(BASIC_CONSTRAINTS, Der.sequence(Der.truth())));
  }

  /// The authority's certificate, for whoever is to trust it.
  public String certificate() {
    return pem("CERTIFICATE", encoded(certificate));
  }

  /// A certificate for a client.
  public Pem client(String subject) {
    KeyPair client = newKeys();
    X509Certificate signed = sign(subject, client, extension(BASIC_CONSTRAINTS, Der.sequence()));
    return new Pem(
        pem("CERTIFICATE", encoded(signed)), pem("PRIVATE KEY", client.getPrivate().getEncoded()));
  }

  /// A certificate for a server on the loopback address.
  public Pem serverCertificate() {
    KeyPair server = newKeys();
    return new Pem(
        pem("CERTIFICATE", encoded(forLoopback(server))),
        pem("PRIVATE KEY", server.getPrivate().getEncoded()));
  }

  private X509Certificate forLoopback(KeyPair server) {
    byte[] loopback = Der.tagged(0x87, new byte[] {127, 0, 0, 1});
    return sign("server", server, extension(ALTERNATIVE_NAME, Der.sequence(loopback)));
  }

  /// A server on the loopback address.
  ///
  /// @param clientCertificateNeeded whether clients must show a certificate of this authority
  public ServerTls server(boolean clientCertificateNeeded) {
    return new ServerTls(trustingContext(), clientCertificateNeeded);
  }

  /// What a server or client needs that trusts this authority and shows a certificate of it.
  public SSLContext trustingContext() {
    KeyPair server = newKeys();
    X509Certificate signed = forLoopback(server);
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, NO_PASSWORD);
      store.setKeyEntry(
          "server", server.getPrivate(), NO_PASSWORD, new X509Certificate[] {signed, certificate});
      store.setCertificateEntry("authority", certificate);
      var shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      shown.init(store, NO_PASSWORD);
      var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(shown.getKeyManagers(), trusted.getTrustManagers(), new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has TLS", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private X509Certificate sign(String subject, KeyPair owner, byte[] extension) {
    byte[] content =
        Der.sequence(
            Der.tagged(0xa0, Der.integer(2)),
            Der.integer(serial.getAndIncrement()),
            ECDSA_SHA256,
            called(name),
            Der.sequence(Der.time(FROM), Der.time(UNTIL)),
            called(subject),
            owner.getPublic().getEncoded(),
            Der.tagged(0xa3, Der.sequence(extension)));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(content);
      byte[] signed = Der.sequence(content, ECDSA_SHA256, Der.bits(signature.sign()));
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(signed));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform signs with elliptic curves", e);
    }
  }

  private static byte[] called(String name) {
    return Der.sequence(Der.set(Der.sequence(Der.identifier(COMMON_NAME), Der.text(name))));
  }

  private static byte[] extension(String identifier, byte[] value) {
    return Der.sequence(Der.identifier(identifier), Der.octets(value));
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has elliptic curves", e);
    }
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("what was just read can be written", e);
    }
  }

  private static String pem(String label, byte[] bytes) {
    byte[] lineBreak = "\n".getBytes(StandardCharsets.US_ASCII);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, lineBreak).encodeToString(bytes), label);
  }
}
