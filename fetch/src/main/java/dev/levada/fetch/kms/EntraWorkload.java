package dev.levada.fetch.kms;

import java.util.Map;

/// The application of Microsoft Entra that a service account names.
///
/// @param workload the account; its token is the proof
/// @param usualTenant the tenant where the account names none; may be empty
record EntraWorkload(Workload workload, String usualTenant) implements EntraIdentity {

  private static final String PREFIX = "azure.workload.identity/";
  private static final String AUDIENCE = "api://AzureADTokenExchange";

  @Override
  public String tenant() throws Workload.Unavailable {
    String named = workload.annotations().getOrDefault(PREFIX + "tenant-id", usualTenant);
    String tenant = named.isEmpty() ? workload.required(PREFIX + "tenant-id") : named;
    if (!tenant.matches("[A-Za-z0-9.-]+")) {
      throw new Workload.Unavailable(
          "ServiceAccount "
              + workload.name()
              + " names no Azure tenant in "
              + PREFIX
              + "tenant-id");
    }
    return tenant;
  }

  @Override
  public Map<String, String> proof() throws Workload.Unavailable {
    return Map.of(
        "client_id",
        workload.required(PREFIX + "client-id"),
        "client_assertion_type",
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion",
        workload.token(AUDIENCE));
  }
}
