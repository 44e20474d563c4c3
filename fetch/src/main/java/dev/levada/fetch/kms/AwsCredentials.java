package dev.levada.fetch.kms;

import dev.levada.core.manifest.Mapping;

/// An AWS access key.
///
/// @param id its id
/// @param secret what is signed with
/// @param session a session's token; empty for a lasting key
record AwsCredentials(String id, String secret, String session) implements AwsIdentity {

  @Override
  public AwsCredentials credentials(String region) {
    return this;
  }

  static AwsCredentials read(Mapping written) {
    var credentials =
        new AwsCredentials(
            written.textAt("aws_access_key_id"),
            written.textAt("aws_secret_access_key"),
            written.textAt("aws_session_token"));
    if (credentials.id().isEmpty() || credentials.secret().isEmpty()) {
      throw KeyServices.unusable("sops.aws-kms");
    }
    return credentials;
  }

  @Override
  public String toString() {
    return "AWS access key " + id;
  }
}
