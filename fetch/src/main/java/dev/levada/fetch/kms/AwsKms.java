package dev.levada.fetch.kms;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.secret.KeyService;
import dev.levada.core.secret.WrappedKey;
import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// AWS KMS, with an access key or a role.
final class AwsKms implements KeyService {

  /// The service's address in a region.
  static final Function<String, URI> REGIONAL =
      region ->
          URI.create(
              "https://kms."
                  + region
                  + (region.startsWith("cn-") ? ".amazonaws.com.cn/" : ".amazonaws.com/"));

  private final RestClient rest;
  private final AwsIdentity identity;
  private final InstantSource clock;
  private final Function<String, URI> addresses;

  AwsKms(
      RestClient rest, AwsIdentity identity, InstantSource clock, Function<String, URI> addresses) {
    this.rest = rest;
    this.identity = identity;
    this.clock = clock;
    this.addresses = addresses;
  }

  @Override
  public Result unwrap(WrappedKey wrapped) {
    if (!(wrapped instanceof WrappedKey.AwsKms key)) {
      return new Result.NotMine();
    }
    String[] arn = key.arn().split(":", -1);
    if (arn.length < 6 || !arn[3].matches("[a-z0-9-]+")) {
      return new Result.Refused("the key's ARN names no region");
    }
    if (!key.role().isEmpty()) {
      return new Result.Refused("assuming role " + key.role() + " is not supported yet");
    }
    try {
      return PlainKey.of(decrypt(key, arn[3]).textAt("Plaintext"), Base64.getDecoder());
    } catch (RestClient.NoAnswer | Workload.Unavailable e) {
      return new Result.Refused(String.valueOf(e.getMessage()));
    }
  }

  private Mapping decrypt(WrappedKey.AwsKms key, String region)
      throws RestClient.NoAnswer, Workload.Unavailable {
    URI address = addresses.apply(region);
    var request = new Mapping().put("CiphertextBlob", key.encrypted()).put("KeyId", key.arn());
    if (!key.context().isEmpty()) {
      request.put("EncryptionContext", Mapping.ofTexts(key.context()));
    }
    byte[] body = KeyServices.json(request);
    var headers = new TreeMap<String, String>();
    headers.put("content-type", "application/x-amz-json-1.1");
    headers.put("host", address.getAuthority());
    headers.put("x-amz-target", "TrentService.Decrypt");
    Map<String, String> signed =
        AwsSignature.sign(
            identity.credentials(region), region, "kms", headers, body, clock.instant());
    return rest.post(address, signed, body);
  }
}
