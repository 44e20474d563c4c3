package dev.levada.operator.ingredient;

import dev.levada.api.Kustomization;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.render.Decryption;
import dev.levada.core.secret.DecryptionFailed;
import dev.levada.core.secret.KeyService;
import dev.levada.core.secret.LocalKeys;
import dev.levada.core.secret.Opener;
import dev.levada.fetch.kms.KeyServices;
import dev.levada.fetch.kms.VaultInstances;
import dev.levada.fetch.kms.Workload;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The keys that a Kustomization opens its secrets with.
final class Keys {

  /// How secrets are opened.
  ///
  /// @param decryption with which keys
  /// @param identity a text that is equal for equal keys only; to be hashed, never shown
  record Found(Decryption decryption, String identity) {}

  private final NamedConfigs configs;
  private final KeyServices services;
  private final DecryptionOptions options;

  Keys(NamedConfigs configs, KeyServices services, DecryptionOptions options) {
    this.configs = configs;
    this.services = services;
    this.options = options;
  }

  static Optional<String> secretName(Kustomization object) {
    String name = object.spec().raw().textAt("decryption", "secretRef", "name");
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  Found find(Kustomization object) {
    Mapping decryption = object.spec().raw().mappingAt("decryption");
    if (decryption.isEmpty()) {
      return new Found(Decryption.NONE, "");
    }
    refuse(decryption);
    String account = account(decryption);
    Map<String, byte[]> data =
        secretName(object).map(name -> secret(object, name)).orElseGet(this::usualKeys);
    try {
      var holders = new ArrayList<KeyService>(LocalKeys.of(data));
      holders.addAll(services.of(data));
      if (!account.isEmpty()) {
        Workload workload = configs.account(object.metadata().namespace(), account);
        holders.addAll(services.of(workload, vaults(), data));
      }
      var opener = new Opener(holders);
      return new Found(
          new Decryption(Optional.of(opener), options.strictCode()), identity(data, account));
    } catch (DecryptionFailed e) {
      throw new FailureException(
          new Failure.Retrying(Reason.BUILD_FAILED, String.valueOf(e.getMessage()), e.fix()), e);
    }
  }

  private void refuse(Mapping decryption) {
    if (!decryption.textAt("provider").equals("sops")) {
      throw FailureException.stalled(
          Reason.UNSUPPORTED_FIELD,
          "decryption provider '" + decryption.textAt("provider") + "' is not supported",
          "Set spec.decryption.provider to sops");
    }
    if (!decryption.textAt("serviceAccountName").isEmpty() && !options.accounts()) {
      throw FailureException.stalled(
          Reason.FEATURE_GATE_DISABLED,
          "to use spec.decryption.serviceAccountName for decryption authentication please enable"
              + " the ObjectLevelWorkloadIdentity feature gate in the controller",
          "Start the engine with --feature-gates=ObjectLevelWorkloadIdentity=true, or name a"
              + " Secret in spec.decryption.secretRef");
    }
  }

  private String account(Mapping decryption) {
    String named = decryption.textAt("serviceAccountName");
    String usual = options.accounts() ? options.usualAccount() : "";
    return named.isEmpty() ? usual : named;
  }

  private Map<String, byte[]> secret(Kustomization object, String name) {
    return secret(
        object.metadata().namespace(),
        name,
        "Create the Secret, or correct spec.decryption.secretRef");
  }

  private Map<String, byte[]> secret(String namespace, String name, String fix) {
    return configs
        .find("Secret", namespace, name)
        .orElseThrow(() ->
            FailureException.retrying(
                Reason.BUILD_FAILED,
                "cannot get sops decryption Secret '%s/%s': secrets \"%s\" not found"
                    .formatted(namespace, name, name),
                fix));
  }

  /// The age keys of the engine, for Kustomizations that name no Secret; whatever else is in that
  /// Secret is nobody's.
  private Map<String, byte[]> usualKeys() {
    if (options.ageSecret().isEmpty()) {
      return Map.of();
    }
    var keys =
        new TreeMap<>(
            secret(
                options.namespace(),
                options.ageSecret(),
                "Create the Secret in the engine's namespace, or correct --sops-age-secret"));
    keys.keySet().removeIf(name -> !name.endsWith(".agekey"));
    return keys;
  }

  private VaultInstances vaults() {
    if (options.vaults().isEmpty()) {
      return VaultInstances.NONE;
    }
    return configs
        .find("ConfigMap", options.namespace(), options.vaults())
        .flatMap(data -> Optional.ofNullable(data.get("config.yaml")))
        .map(VaultInstances::read)
        .orElseThrow(() ->
            FailureException.retrying(
                Reason.BUILD_FAILED,
                "the ConfigMap '%s/%s' that lists Vault instances does not exist, or has no key"
                        .formatted(options.namespace(), options.vaults())
                    + " config.yaml",
                "Create it in the engine's namespace, or correct --sops-vault-configmap"));
  }

  private static String identity(Map<String, byte[]> data, String account) {
    return account
        + new TreeMap<>(data)
            .entrySet().stream()
                .map(entry ->
                    entry.getKey() + "=" + Base64.getEncoder().encodeToString(entry.getValue()))
                .collect(Collectors.joining(","));
  }
}
