package dev.levada.fetch.kms;

/// Who AWS is asked as.
interface AwsIdentity {

  /// What requests to a region are signed with.
  AwsCredentials credentials(String region) throws RestClient.NoAnswer, Workload.Unavailable;
}
