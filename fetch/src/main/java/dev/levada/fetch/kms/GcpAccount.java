package dev.levada.fetch.kms;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;

/// A Google Cloud service account with its key.
///
/// @param email who it is
/// @param keyId which key
/// @param key what is signed with
/// @param tokens where a signed claim becomes a token
record GcpAccount(String email, String keyId, PrivateKey key, URI tokens) {

  private static final long LIFETIME = 3600;

  static GcpAccount read(Mapping written) {
    try {
      String pem =
          written.textAt("private_key").replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      PrivateKey key =
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
      String tokens = written.textAt("token_uri");
      return new GcpAccount(
          written.textAt("client_email"),
          written.textAt("private_key_id"),
          key,
          URI.create(tokens.isEmpty() ? "https://oauth2.googleapis.com/token" : tokens));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw KeyServices.unusable("sops.gcp-kms");
    }
  }

  /// Changes a signed claim for a token.
  GcpIdentity with(RestClient rest, InstantSource clock) {
    return () ->
        rest.form(
                tokens,
                Map.of(
                    "grant_type",
                    "urn:ietf:params:oauth:grant-type:jwt-bearer",
                    "assertion",
                    claim(clock.instant())))
            .textAt("access_token");
  }

  /// A signed claim that may be changed for a token.
  String claim(Instant now) {
    var head = new Mapping().put("alg", "RS256").put("typ", "JWT").put("kid", keyId);
    var claims =
        new Mapping()
            .put("iss", email)
            .put("scope", "https://www.googleapis.com/auth/cloudkms")
            .put("aud", tokens.toString())
            .put("iat", Scalar.of(now.getEpochSecond()))
            .put("exp", Scalar.of(now.getEpochSecond() + LIFETIME));
    String text = encoded(KeyServices.json(head)) + "." + encoded(KeyServices.json(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return text + "." + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw KeyServices.unusable("sops.gcp-kms");
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "GCP service account " + email;
  }
}
