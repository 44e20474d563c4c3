package dev.levada.cli.command;

import dev.levada.operator.InputOptions;
import picocli.CommandLine.Option;

/// Flags about what is taken from ConfigMaps and Secrets.
final class InputFlags {

  @Option(
      names = "--watch-configs-label-selector",
      defaultValue = "reconcile.fluxcd.io/watch=Enabled",
      description = "ConfigMaps and Secrets whose change counts at once (${DEFAULT-VALUE}).")
  private String watchedConfigs = "";

  @Option(
      names = "--sops-refuse-changed",
      description =
          "Refuse encrypted files that were changed after they were encrypted; else they are"
              + " warned of.")
  private boolean refuseChangedSecrets;

  @Option(
      names = "--default-decryption-service-account",
      defaultValue = "",
      description =
          "Account as which clouds' key services are asked where a Kustomization names none; takes"
              + " the feature gate ObjectLevelWorkloadIdentity.")
  private String defaultDecryptionAccount = "";

  @Option(
      names = "--sops-age-secret",
      defaultValue = "",
      description =
          "Secret in the engine's namespace with age keys for Kustomizations that name no Secret.")
  private String ageSecret = "";

  @Option(
      names = "--sops-vault-configmap",
      defaultValue = "",
      description =
          "ConfigMap in the engine's namespace whose config.yaml lists the Vaults and OpenBaos"
              + " (instances: address, loginPath) that service accounts may log in to.")
  private String vaults = "";

  InputOptions options() {
    return new InputOptions(
        watchedConfigs, refuseChangedSecrets, defaultDecryptionAccount, ageSecret, vaults);
  }
}
