package dev.levada.fetch.kms;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.secret.KeyService;
import dev.levada.core.secret.WrappedKey;
import java.net.URI;
import java.util.Base64;
import java.util.Map;

/// Google Cloud KMS.
final class GcpKms implements KeyService {

  /// The service's address.
  static final URI PUBLIC = URI.create("https://cloudkms.googleapis.com");

  private final RestClient rest;
  private final GcpIdentity identity;
  private final URI address;

  GcpKms(RestClient rest, GcpIdentity identity, URI address) {
    this.rest = rest;
    this.identity = identity;
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
              Map.of(
                  "Authorization",
                  "Bearer " + identity.token(),
                  "Content-Type",
                  "application/json"),
              KeyServices.json(new Mapping().put("ciphertext", key.encrypted())));
      return PlainKey.of(answer.textAt("plaintext"), Base64.getDecoder());
    } catch (RestClient.NoAnswer | Workload.Unavailable e) {
      return new Result.Refused(String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return new Result.Refused("the key's name is none");
    }
  }
}
