package dev.levada.fetch;

/// How to prove to a server who we are. The text form never shows a secret.
public sealed interface Credentials {

  /// Nothing to show.
  record None() implements Credentials {}

  /// A name and a password (or an access token in the password's place).
  ///
  /// @param username the name
  /// @param password the password
  record Basic(String username, String password) implements Credentials {
    @Override
    public String toString() {
      return "Basic[username=" + username + ", password=***]";
    }
  }

  /// A token for the `Authorization: Bearer` header.
  ///
  /// @param token the token
  record Bearer(String token) implements Credentials {
    @Override
    public String toString() {
      return "Bearer[token=***]";
    }
  }

  /// A private key for SSH and the host keys that are trusted.
  ///
  /// @param identity the private key as OpenSSH or PEM text
  /// @param passphrase opens the key; empty where it is not locked
  /// @param knownHosts lines as in OpenSSH's `known_hosts`
  @SuppressWarnings("ArrayRecordComponent")
  record SshKey(byte[] identity, String passphrase, byte[] knownHosts) implements Credentials {
    @Override
    public String toString() {
      return "SshKey[identity=***, passphrase=***, knownHosts=" + knownHosts.length + " bytes]";
    }
  }
}
