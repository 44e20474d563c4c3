package dev.levada.core.secret;

import java.util.Map;

/// A data key as a file carries it: encrypted by a master key, which somebody may hold.
public sealed interface WrappedKey {

  /// Which master key it takes, for messages.
  String masterKey();

  /// The encrypted data key, as the file has it.
  String encrypted();

  /// Encrypted to an age recipient.
  ///
  /// @param recipient the public key
  /// @param encrypted armored age file
  record Age(String recipient, String encrypted) implements WrappedKey {
    @Override
    public String masterKey() {
      return "age recipient " + recipient;
    }
  }

  /// Encrypted to a PGP key.
  ///
  /// @param fingerprint which key
  /// @param encrypted armored PGP message
  record Pgp(String fingerprint, String encrypted) implements WrappedKey {
    @Override
    public String masterKey() {
      return "PGP key " + fingerprint;
    }
  }

  /// Encrypted by AWS KMS.
  ///
  /// @param arn which key
  /// @param role the role to assume first; empty for none
  /// @param context the encryption context
  /// @param encrypted base64
  record AwsKms(String arn, String role, Map<String, String> context, String encrypted)
      implements WrappedKey {

    /// Takes over a copy of the map.
    public AwsKms {
      context = Map.copyOf(context);
    }

    @Override
    public String masterKey() {
      return "AWS KMS key " + arn;
    }
  }

  /// Encrypted by Google Cloud KMS.
  ///
  /// @param resource which key
  /// @param encrypted base64
  record GcpKms(String resource, String encrypted) implements WrappedKey {
    @Override
    public String masterKey() {
      return "GCP KMS key " + resource;
    }
  }

  /// Encrypted by Azure Key Vault.
  ///
  /// @param vault the vault's URL
  /// @param name the key's name
  /// @param version the key's version
  /// @param encrypted base64url
  record AzureKeyVault(String vault, String name, String version, String encrypted)
      implements WrappedKey {
    @Override
    public String masterKey() {
      return "Azure Key Vault key " + vault + "/keys/" + name + "/" + version;
    }
  }

  /// Encrypted by the transit engine of Vault or OpenBao.
  ///
  /// @param address the server's URL
  /// @param engine where the engine is mounted
  /// @param name the key's name
  /// @param encrypted `vault:v1:…`
  record VaultTransit(String address, String engine, String name, String encrypted)
      implements WrappedKey {
    @Override
    public String masterKey() {
      return "Vault key " + address + "/v1/" + engine + "/keys/" + name;
    }
  }

  /// Encrypted by a service that is not known here.
  ///
  /// @param kind the word for it in the file
  record Unknown(String kind) implements WrappedKey {
    @Override
    public String masterKey() {
      return "a key of kind " + kind;
    }

    @Override
    public String encrypted() {
      return "";
    }
  }
}
