package dev.levada.fetch.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPrivateKey;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Private keys as OpenSSL writes them, in the newer and the older forms.
class PemKeyTest {

  private static byte[] file(String name) throws IOException {
    try (var in = PemKeyTest.class.getResourceAsStream("/pem/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rsa-pkcs1.pem, RSA",
    "rsa-pkcs8.pem, RSA",
    "ec-sec1.pem, EC",
    "ec-sec1-with-parameters.pem, EC",
    "ec-pkcs8.pem, EC",
    "ed25519-pkcs8.pem, EdDSA",
  })
  void aKeyIsRead(String name, String algorithm) throws Exception {
    assertThat(PemKey.read(file(name)).getAlgorithm()).isEqualTo(algorithm);
  }

  @Test
  void theOlderFormsHoldTheSameKeyAsTheNewer() throws Exception {
    assertThat(PemKey.read(file("rsa-pkcs1.pem"))).isEqualTo(PemKey.read(file("rsa-pkcs8.pem")));
    assertThat(((ECPrivateKey) PemKey.read(file("ec-sec1.pem"))).getS())
        .isEqualTo(((ECPrivateKey) PemKey.read(file("ec-pkcs8.pem"))).getS());
  }

  @Test
  void whatIsNoOpenKeyIsRefused() throws Exception {
    for (byte[] text :
        new byte[][] {
          file("encrypted.pem"),
          new byte[0],
          "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
              .getBytes(StandardCharsets.US_ASCII),
        }) {
      assertThatThrownBy(() -> PemKey.read(text)).isInstanceOf(GeneralSecurityException.class);
    }
  }
}
