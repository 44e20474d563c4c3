package dev.levada.operator.update;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Mapping;
import dev.levada.fetch.signing.CommitSigner;
import dev.levada.fetch.signing.OpenPgpSigner;
import dev.levada.fetch.signing.SshSigner;
import dev.levada.operator.source.NamedSecrets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// Reads the key that commits are signed with.
///
/// @param secrets reads Secrets
/// @param clock tells when a signature is made
record SigningKeys(NamedSecrets secrets, Clock clock) {

  /// The signer that `spec.git.commit.signingKey` asks for, if it does.
  ///
  /// @throws FailureException where the key is missing or cannot be used
  Optional<CommitSigner> find(String namespace, Mapping signingKey) {
    if (signingKey.isEmpty()) {
      return Optional.empty();
    }
    String name = signingKey.textAt("secretRef", "name");
    Map<String, byte[]> data = secrets.require(namespace, name);
    return Optional.of(
        switch (signingKey.textAt("type")) {
          case "", "gpg" ->
              OpenPgpSigner.of(
                  key(data, "git.asc", namespace, name), text(data, "passphrase"), clock);
          case "ssh" ->
              SshSigner.of(key(data, "identity", namespace, name), text(data, "password"));
          default ->
              throw FailureException.stalled(
                  Reason.UNSUPPORTED_FIELD,
                  "spec.git.commit.signingKey.type is '" + signingKey.textAt("type") + "'",
                  "Write gpg or ssh");
        });
  }

  private static byte[] key(Map<String, byte[]> data, String field, String namespace, String name) {
    byte[] key = data.get(field);
    if (key == null || key.length == 0) {
      throw FailureException.retrying(
          Reason.SOURCE_MANAGER_FAILED,
          "the Secret '" + namespace + "/" + name + "' has no key '" + field + "'",
          "Put the private key there, or name another Secret in spec.git.commit.signingKey");
    }
    return key;
  }

  private static String text(Map<String, byte[]> data, String field) {
    return new String(data.getOrDefault(field, new byte[0]), StandardCharsets.UTF_8);
  }
}
