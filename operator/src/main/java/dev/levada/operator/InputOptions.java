package dev.levada.operator;

/// What is taken from ConfigMaps and Secrets, and how.
///
/// @param watchedConfigs the label selector of those whose change counts at once
/// @param refuseChangedSecrets whether an encrypted file that was changed after it was encrypted is
///   an error, not a warning
public record InputOptions(String watchedConfigs, boolean refuseChangedSecrets) {}
