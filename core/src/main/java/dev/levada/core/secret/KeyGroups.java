package dev.levada.core.secret;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/// The data key in all its wrappings: one group, or several that each hold a part of it.
///
/// @param groups in each group, any one key will do
/// @param threshold how many groups must be opened where there are several
record KeyGroups(List<List<WrappedKey>> groups, int threshold) {

  private static final int MOST_KEYS = 256;
  private static final List<String> KINDS =
      List.of("age", "pgp", "kms", "gcp_kms", "azure_kv", "hc_vault");

  static KeyGroups read(Mapping sops) {
    var groups = new ArrayList<List<WrappedKey>>();
    for (Node group : sops.sequenceAt("key_groups")) {
      if (group instanceof Mapping mapping) {
        groups.add(group(mapping));
      }
    }
    if (groups.isEmpty()) {
      groups.add(group(sops));
    }
    int threshold = (int) sops.numberAt(0, "shamir_threshold");
    return new KeyGroups(
        List.copyOf(groups),
        threshold < 1 || threshold > groups.size() ? groups.size() : threshold);
  }

  private static List<WrappedKey> group(Mapping group) {
    var keys = new ArrayList<WrappedKey>();
    for (String kind : KINDS) {
      for (Node entry : group.sequenceAt(kind)) {
        if (entry instanceof Mapping key && keys.size() < MOST_KEYS) {
          keys.add(key(kind, key));
        }
      }
    }
    if (group.sequenceAt("hckms").size() > 0) {
      keys.add(new WrappedKey.Unknown("hckms"));
    }
    return List.copyOf(keys);
  }

  private static WrappedKey key(String kind, Mapping key) {
    String encrypted = key.textAt("enc");
    return switch (kind) {
      case "age" -> new WrappedKey.Age(key.textAt("recipient"), encrypted);
      case "pgp" -> new WrappedKey.Pgp(key.textAt("fp"), encrypted);
      case "kms" ->
          new WrappedKey.AwsKms(
              key.textAt("arn"), key.textAt("role"), key.mappingAt("context").texts(), encrypted);
      case "gcp_kms" -> new WrappedKey.GcpKms(key.textAt("resource_id"), encrypted);
      case "azure_kv" ->
          new WrappedKey.AzureKeyVault(
              key.textAt("vault_url"), key.textAt("name"), key.textAt("version"), encrypted);
      case "hc_vault" ->
          new WrappedKey.VaultTransit(
              key.textAt("vault_address"),
              key.textAt("engine_path"),
              key.textAt("key_name"),
              encrypted);
      default -> new WrappedKey.Unknown(kind);
    };
  }

  /// The data key.
  ///
  /// @throws DecryptionFailed where too few groups can be opened; the message names every key that
  ///   was tried
  byte[] open(List<KeyService> services) {
    var parts = new ArrayList<byte[]>();
    var tried = new ArrayList<String>();
    for (List<WrappedKey> group : groups) {
      if (parts.size() < threshold) {
        open(group, services, parts, tried);
      }
    }
    if (parts.size() < threshold) {
      throw new DecryptionFailed(
          "cannot get sops data key: "
              + parts.size()
              + " of "
              + threshold
              + " key groups could be opened: "
              + (tried.isEmpty() ? "the file names no key" : String.join("; ", tried)),
          "Put a key for one of these into the Secret that spec.decryption.secretRef names, or"
              + " encrypt the file to a key that is there");
    }
    return groups.size() == 1 ? parts.getFirst() : ShamirShares.combine(parts);
  }

  private static void open(
      List<WrappedKey> group, List<KeyService> services, List<byte[]> parts, List<String> tried) {
    for (WrappedKey key : group) {
      String why = "no key for it";
      for (KeyService service : services) {
        switch (service.unwrap(key)) {
          case KeyService.Result.Opened opened -> {
            parts.add(opened.key());
            return;
          }
          case KeyService.Result.Refused(String reason) -> why = reason;
          case KeyService.Result.NotMine() -> {}
        }
      }
      tried.add(key.masterKey() + " (" + why + ")");
    }
  }
}
