package dev.levada.fetch.kms;

/// Who Google Cloud is asked as.
interface GcpIdentity {

  /// A bearer token.
  String token() throws RestClient.NoAnswer, Workload.Unavailable;
}
