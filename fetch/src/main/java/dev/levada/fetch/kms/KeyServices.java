package dev.levada.fetch.kms;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.core.secret.DecryptionFailed;
import dev.levada.core.secret.KeyService;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The key services that a decryption Secret has credentials for, or a service account an identity.
public final class KeyServices {

  private static final String AWS = "sops.aws-kms";
  private static final String AZURE = "sops.azure-kv";
  private static final String GCP = "sops.gcp-kms";
  private static final String VAULT = "sops.vault-token";

  private final RestClient rest;
  private final InstantSource clock;
  private final String usualTenant;

  /// @param clock signs requests with the time
  /// @param usualTenant the Azure tenant of service accounts that name none; may be empty
  public KeyServices(InstantSource clock, String usualTenant) {
    this.rest = new RestClient();
    this.clock = clock;
    this.usualTenant = usualTenant;
  }

  /// The services that a service account has an identity for. What the Secret has credentials for
  /// is left out: they come first.
  ///
  /// @param workload the account; nothing is asked of it before a key is to be opened
  /// @param vaults where it may log in to Vault or OpenBao
  /// @param data the Secret's data
  public List<KeyService> of(Workload workload, VaultInstances vaults, Map<String, byte[]> data) {
    Map<String, KeyService> services =
        Map.of(
            AWS,
            new AwsKms(rest, new AwsRole(rest, workload, AwsRole.REGIONAL), clock, AwsKms.REGIONAL),
            AZURE,
            new AzureKeyVault(rest, new EntraWorkload(workload, usualTenant), AzureKeyVault.PUBLIC),
            GCP,
            new GcpKms(
                rest, new GcpWorkload(rest, workload, GcpWorkload.Places.PUBLIC), GcpKms.PUBLIC),
            VAULT,
            new VaultTransit(rest, new VaultWorkload(rest, workload, vaults)));
    return services.entrySet().stream()
        .filter(service -> !data.containsKey(service.getKey()))
        .filter(service -> !service.getKey().equals(VAULT) || !vaults.equals(VaultInstances.NONE))
        .map(Map.Entry::getValue)
        .toList();
  }

  /// The services.
  ///
  /// @param data the Secret's data
  /// @throws DecryptionFailed where credentials cannot be read
  public List<KeyService> of(Map<String, byte[]> data) {
    var services = new ArrayList<KeyService>();
    data.forEach((name, value) -> {
      switch (name) {
        case VAULT -> {
          String token = new String(value, StandardCharsets.UTF_8).strip();
          services.add(new VaultTransit(rest, _ -> token));
        }
        case AWS ->
            services.add(
                new AwsKms(
                    rest, AwsCredentials.read(mapping(name, value)), clock, AwsKms.REGIONAL));
        case GCP ->
            services.add(
                new GcpKms(
                    rest, GcpAccount.read(mapping(name, value)).with(rest, clock), GcpKms.PUBLIC));
        case AZURE ->
            services.add(
                new AzureKeyVault(
                    rest, AzureApplication.read(mapping(name, value)), AzureKeyVault.PUBLIC));
        default -> {}
      }
    });
    return List.copyOf(services);
  }

  private static Mapping mapping(String name, byte[] value) {
    try {
      List<Node> documents = YamlReader.documents(value, YamlRules.RESOURCE_V3);
      if (!documents.isEmpty() && documents.getFirst() instanceof Mapping mapping) {
        return mapping;
      }
    } catch (MalformedManifest e) {
      throw unusable(name); // the parser's words could quote a credential
    }
    throw unusable(name);
  }

  static DecryptionFailed unusable(String name) {
    return new DecryptionFailed(
        "failed to import data from decryption Secret key '" + name + "': not usable credentials",
        "Write them as YAML or JSON with the fields that Flux documents for the provider");
  }

  /// Why a service did not open a key.
  ///
  /// @param failed that it gave no answer, or that its address is none
  static KeyService.Result refused(Exception failed) {
    return new KeyService.Result.Refused(
        failed instanceof RestClient.NoAnswer || failed instanceof Workload.Unavailable
            ? String.valueOf(failed.getMessage())
            : "the file names an address that is none");
  }

  static byte[] json(Mapping mapping) {
    return Json.bytes(mapping);
  }
}
