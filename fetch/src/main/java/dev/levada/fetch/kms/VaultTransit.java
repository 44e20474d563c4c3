package dev.levada.fetch.kms;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.secret.KeyService;
import dev.levada.core.secret.WrappedKey;
import java.net.URI;
import java.util.Base64;
import java.util.Map;

/// The transit engine of HashiCorp Vault or OpenBao.
final class VaultTransit implements KeyService {

  private final RestClient rest;
  private final VaultIdentity identity;

  VaultTransit(RestClient rest, VaultIdentity identity) {
    this.rest = rest;
    this.identity = identity;
  }

  @Override
  public Result unwrap(WrappedKey wrapped) {
    if (!(wrapped instanceof WrappedKey.VaultTransit key)) {
      return new Result.NotMine();
    }
    try {
      String instance = VaultInstances.withoutSlash(key.address());
      URI address = URI.create(instance + "/v1/" + key.engine() + "/decrypt/" + key.name());
      var body = new Mapping().put("ciphertext", key.encrypted());
      Mapping answer =
          rest.post(
              address,
              Map.of("X-Vault-Token", identity.token(instance), "X-Vault-Request", "true"),
              KeyServices.json(body));
      return PlainKey.of(answer.textAt("data", "plaintext"), Base64.getDecoder());
    } catch (RestClient.NoAnswer | Workload.Unavailable | IllegalArgumentException e) {
      return KeyServices.refused(e);
    }
  }
}
