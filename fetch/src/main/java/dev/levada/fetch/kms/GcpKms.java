package dev.levada.fetch.kms;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.secret.KeyService;
import dev.levada.core.secret.WrappedKey;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;

/// Google Cloud KMS, with a service account's key.
final class GcpKms implements KeyService {

  /// The service's address.
  static final URI PUBLIC = URI.create("https://cloudkms.googleapis.com");

  private final RestClient rest;
  private final GcpAccount account;
  private final InstantSource clock;
  private final URI address;

  GcpKms(RestClient rest, GcpAccount account, InstantSource clock, URI address) {
    this.rest = rest;
    this.account = account;
    this.clock = clock;
    this.address = address;
  }

  @Override
  public Result unwrap(WrappedKey wrapped) {
    if (!(wrapped instanceof WrappedKey.GcpKms key)) {
      return new Result.NotMine();
    }
    if (!key.resource()
        .matches("projects/[^/?#]+/locations/[^/?#]+/keyRings/[^/?#]+/cryptoKeys/[^/?#]+")) {
      return new Result.Refused("the key's name is none");
    }
    try {
      URI place = address.resolve("/v1/" + key.resource() + ":decrypt");
      Mapping answer =
          rest.post(
              place,
              Map.of("Authorization", "Bearer " + token(), "Content-Type", "application/json"),
              KeyServices.json(new Mapping().put("ciphertext", key.encrypted())));
      return PlainKey.of(answer.textAt("plaintext"), Base64.getDecoder());
    } catch (RestClient.NoAnswer e) {
      return new Result.Refused(String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return new Result.Refused("the key's name is none");
    }
  }

  private String token() throws RestClient.NoAnswer {
    String grant =
        URLEncoder.encode("urn:ietf:params:oauth:grant-type:jwt-bearer", StandardCharsets.UTF_8);
    String body = "grant_type=" + grant + "&assertion=" + account.claim(clock.instant());
    return rest.post(
            account.tokens(),
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            body.getBytes(StandardCharsets.US_ASCII))
        .textAt("access_token");
  }
}
