package dev.levada.fetch.tls;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.fetch.TlsMaterial;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/// TLS material in the form that the platform's TLS wants.
///
/// @param keys what to show a server that asks for a certificate
/// @param trust whom to trust
/// @param isDefault whether nothing was given, so that the platform's settings stand
@SuppressWarnings("ArrayRecordComponent")
public record TlsManagers(KeyManager[] keys, TrustManager[] trust, boolean isDefault) {

  private static final char[] NO_PASSWORD = new char[0];

  /// Reads PEM material.
  ///
  /// @throws FailureException where it cannot be read
  public static TlsManagers of(TlsMaterial material) {
    if (material.isEmpty()) {
      return new TlsManagers(new KeyManager[0], new TrustManager[0], true);
    }
    try {
      return new TlsManagers(keys(material), trust(material), false);
    } catch (GeneralSecurityException | IOException e) {
      throw FailureException.retrying(
          Reason.AUTHENTICATION_FAILED,
          "the TLS material of the Secret cannot be used: " + e.getMessage(),
          "Put PEM text under tls.crt, tls.key and ca.crt; the key must not be encrypted");
    }
  }

  /// Nothing to show.
  public KeyManager[] noKeys() {
    return new KeyManager[0];
  }

  /// Where the handshake takes its randomness from.
  public SecureRandom random() {
    return new SecureRandom();
  }

  private static KeyManager[] keys(TlsMaterial material)
      throws GeneralSecurityException, IOException {
    if (material.certificate().length == 0) {
      return new KeyManager[0];
    }
    PrivateKey key = PemKey.read(material.key());
    KeyStore store = emptyStore();
    store.setKeyEntry(
        "client",
        key,
        NO_PASSWORD,
        certificates(material.certificate()).toArray(Certificate[]::new));
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  @SuppressWarnings("NullAway") // Null is the JDK's word for the platform's own authorities.
  private static TrustManager[] trust(TlsMaterial material)
      throws GeneralSecurityException, IOException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    if (material.authorities().length == 0) {
      factory.init((KeyStore) null);
      return factory.getTrustManagers();
    }
    KeyStore store = emptyStore();
    int number = 0;
    for (Certificate authority : certificates(material.authorities())) {
      store.setCertificateEntry("authority-" + number++, authority);
    }
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static Collection<? extends Certificate> certificates(byte[] pem)
      throws CertificateException {
    var found =
        CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
    if (found.isEmpty()) {
      throw new CertificateException("no certificate in the PEM text");
    }
    return found;
  }

  @SuppressWarnings("NullAway") // Null is the JDK's word for a store that starts empty.
  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
