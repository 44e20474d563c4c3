package dev.levada.fetch.kms;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.secret.KeyService;
import dev.levada.core.secret.WrappedKey;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Azure Key Vault, as an application.
final class AzureKeyVault implements KeyService {

  /// Where tokens are to be had, and which hosts are vaults: a file must not choose who gets a
  /// token.
  ///
  /// @param login where an application becomes a token
  /// @param scheme how vaults are talked to
  /// @param suffixes what a vault's host ends with
  record Places(URI login, String scheme, List<String> suffixes) {}

  static final Places PUBLIC =
      new Places(
          URI.create("https://login.microsoftonline.com"),
          "https",
          List.of(".vault.azure.net", ".managedhsm.azure.net"));

  private final RestClient rest;
  private final EntraIdentity identity;
  private final Places places;

  AzureKeyVault(RestClient rest, EntraIdentity identity, Places places) {
    this.rest = rest;
    this.identity = identity;
    this.places = places;
  }

  @Override
  public Result unwrap(WrappedKey wrapped) {
    if (!(wrapped instanceof WrappedKey.AzureKeyVault key)) {
      return new Result.NotMine();
    }
    try {
      URI vault = URI.create(key.vault());
      if (!isVault(vault) || !(key.name() + key.version()).matches("[A-Za-z0-9-]+")) {
        return new Result.Refused("the file names no Azure vault");
      }
      var body =
          new Mapping().put("alg", "RSA-OAEP-256").put("value", key.encrypted().replace("=", ""));
      Mapping answer =
          rest.post(
              vault.resolve(
                  "/keys/" + key.name() + "/" + key.version() + "/decrypt?api-version=7.4"),
              Map.of("Authorization", "Bearer " + token(vault), "Content-Type", "application/json"),
              KeyServices.json(body));
      return PlainKey.of(answer.textAt("value"), Base64.getUrlDecoder());
    } catch (RestClient.NoAnswer | Workload.Unavailable | IllegalArgumentException e) {
      return KeyServices.refused(e);
    }
  }

  private boolean isVault(URI vault) {
    String host = vault.getHost();
    return host != null
        && places.scheme().equals(vault.getScheme())
        && places.suffixes().stream().anyMatch(host::endsWith);
  }

  private String token(URI vault) throws RestClient.NoAnswer, Workload.Unavailable {
    String host = String.valueOf(vault.getHost());
    String audience = host.substring(host.indexOf('.') + 1);
    var form = new HashMap<>(identity.proof());
    form.put("grant_type", "client_credentials");
    form.put("scope", "https://" + audience + "/.default");
    return rest.form(places.login().resolve("/" + identity.tenant() + "/oauth2/v2.0/token"), form)
        .textAt("access_token");
  }
}
