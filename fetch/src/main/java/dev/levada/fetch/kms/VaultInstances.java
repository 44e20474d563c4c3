package dev.levada.fetch.kms;

import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.core.secret.DecryptionFailed;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Vaults and OpenBaos that service accounts may log in to, as the operator of the engine lists
/// them: a file in Git names an address too, and a token must not go wherever it says (flux-api
/// §2.2).
///
/// @param loginPaths where each address, without a slash at its end, is logged in to, below `/v1/`
public record VaultInstances(Map<String, String> loginPaths) {

  /// No service account may log in anywhere.
  public static final VaultInstances NONE = new VaultInstances(Map.of());

  public VaultInstances {
    loginPaths = Map.copyOf(loginPaths);
  }

  /// Reads `config.yaml` of the ConfigMap.
  ///
  /// @throws DecryptionFailed where it is not a list of addresses and paths
  public static VaultInstances read(byte[] yaml) {
    var paths = new LinkedHashMap<String, String>();
    for (Node node : root(yaml).sequenceAt("instances")) {
      if (!(node instanceof Mapping instance)) {
        throw unusable("an instance is no mapping");
      }
      String address = instance.textAt("address");
      String path = instance.textAt("loginPath");
      if (!isAddress(address)) {
        throw unusable("'" + address + "' is no http or https address");
      }
      if (!path.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")) {
        throw unusable("'" + path + "' is no loginPath of " + address);
      }
      paths.put(withoutSlash(address), path);
    }
    return new VaultInstances(paths);
  }

  private static Mapping root(byte[] yaml) {
    try {
      List<Node> documents = YamlReader.documents(yaml, YamlRules.RESOURCE_V3);
      if (documents.size() == 1 && documents.getFirst() instanceof Mapping mapping) {
        return mapping;
      }
    } catch (MalformedManifest e) {
      throw unusable(String.valueOf(e.getMessage()));
    }
    throw unusable("it is no mapping");
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = URI.create(text);
      return List.of("http", "https").contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static DecryptionFailed unusable(String why) {
    return new DecryptionFailed(
        "config.yaml of the list of Vault instances cannot be used: " + why,
        "Write `instances:` with an `address` (https://…) and a `loginPath`"
            + " (auth/kubernetes/login) each");
  }

  /// Where an address is logged in to; nothing where it is not listed.
  Optional<String> loginPath(String address) {
    return Optional.ofNullable(loginPaths.get(address));
  }

  static String withoutSlash(String address) {
    return address.replaceAll("/+$", "");
  }
}
