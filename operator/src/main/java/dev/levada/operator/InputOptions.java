package dev.levada.operator;

/// What is taken from ConfigMaps and Secrets, and how.
///
/// @param watchedConfigs the label selector of those whose change counts at once
/// @param refuseChangedSecrets whether an encrypted file that was changed after it was encrypted is
///   an error, not a warning
/// @param defaultDecryptionAccount the service account that key services are asked as where a
///   Kustomization names none; empty for none
/// @param ageSecret the engine's Secret with age keys for Kustomizations that name no Secret; empty
///   for none
/// @param vaults the engine's ConfigMap that lists where service accounts may log in to Vault;
///   empty for none
public record InputOptions(
    String watchedConfigs,
    boolean refuseChangedSecrets,
    String defaultDecryptionAccount,
    String ageSecret,
    String vaults) {}
