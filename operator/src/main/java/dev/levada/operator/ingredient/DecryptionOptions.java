package dev.levada.operator.ingredient;

/// How encrypted files are opened.
///
/// @param strictCode whether a message code that does not fit is an error, not a warning
/// @param accounts whether service accounts may be used (gate ObjectLevelWorkloadIdentity)
/// @param usualAccount the service account of Kustomizations that name none; empty for none
/// @param namespace where the engine's own Secrets and ConfigMaps are
/// @param ageSecret the engine's Secret with age keys for Kustomizations that name no Secret; empty
///   for none
/// @param vaults the engine's ConfigMap that lists where service accounts may log in to Vault;
///   empty for none
public record DecryptionOptions(
    boolean strictCode,
    boolean accounts,
    String usualAccount,
    String namespace,
    String ageSecret,
    String vaults) {}
