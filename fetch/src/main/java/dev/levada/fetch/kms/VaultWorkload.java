package dev.levada.fetch.kms;

import dev.levada.core.manifest.Mapping;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/// A service account that logs in to Vault or OpenBao with a token of the cluster's, as the role
/// that is named after it: `namespace_name`.
final class VaultWorkload implements VaultIdentity {

  private final RestClient rest;
  private final Workload workload;
  private final VaultInstances instances;
  private final Map<String, String> tokens = new HashMap<>();

  /// @param instances where it may log in
  VaultWorkload(RestClient rest, Workload workload, VaultInstances instances) {
    this.rest = rest;
    this.workload = workload;
    this.instances = instances;
  }

  @Override
  public synchronized String token(String address)
      throws RestClient.NoAnswer, Workload.Unavailable {
    String known = tokens.get(address);
    if (known != null) {
      return known;
    }
    String token = login(address);
    tokens.put(address, token);
    return token;
  }

  private String login(String address) throws RestClient.NoAnswer, Workload.Unavailable {
    String path =
        instances
            .loginPath(address)
            .orElseThrow(() ->
                new Workload.Unavailable(
                    "ServiceAccount "
                        + workload.name()
                        + " may not log in at "
                        + address
                        + ", which the engine's list of Vault instances does not name"));
    var login =
        new Mapping()
            .put("role", workload.name().replace('/', '_'))
            .put("jwt", workload.token(address));
    Mapping answer =
        rest.post(
            URI.create(address + "/v1/" + path),
            Map.of("X-Vault-Request", "true", "Content-Type", "application/json"),
            KeyServices.json(login));
    String token = answer.textAt("auth", "client_token");
    if (token.isEmpty()) {
      throw new RestClient.NoAnswer(URI.create(address).getHost() + " gave no token");
    }
    return token;
  }
}
