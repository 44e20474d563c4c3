package dev.levada.fetch.kms;

/// As whom a Vault or OpenBao is asked.
@FunctionalInterface
interface VaultIdentity {

  /// A token for the instance at an address without a slash at its end.
  String token(String address) throws RestClient.NoAnswer, Workload.Unavailable;
}
