package dev.levada.fetch.kms;

import dev.levada.core.manifest.Mapping;
import java.util.Map;

/// An application of Microsoft Entra with its secret.
///
/// @param tenant its tenant
/// @param id its id
/// @param secret its secret
record AzureApplication(String tenant, String id, String secret) implements EntraIdentity {

  @Override
  public Map<String, String> proof() {
    return Map.of("client_id", id, "client_secret", secret);
  }

  static AzureApplication read(Mapping written) {
    var application =
        new AzureApplication(
            written.textAt("tenantId"), written.textAt("clientId"), written.textAt("clientSecret"));
    if (!application.tenant().matches("[A-Za-z0-9.-]+")
        || application.id().isEmpty()
        || application.secret().isEmpty()) {
      throw KeyServices.unusable("sops.azure-kv");
    }
    return application;
  }

  @Override
  public String toString() {
    return "Entra application " + id;
  }
}
