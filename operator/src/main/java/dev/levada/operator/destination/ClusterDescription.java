package dev.levada.operator.destination;

import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.config.ClusterConfig;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A cluster that a ConfigMap describes (`spec.kubeConfig.configMapRef`): it trusts the tokens that
/// the engine's own cluster gives to its service accounts.
///
/// @param namespace the ConfigMap's namespace, and the service account's
/// @param name the ConfigMap's name
/// @param data its data
/// @param options names the service account where the data do not
record ClusterDescription(
    String namespace, String name, Map<String, String> data, TargetOptions options) {

  private static final String PROVIDER = "provider";
  private static final List<String> CLOUDS = List.of("aws", "azure", "gcp");

  /// How to reach it.
  ///
  /// @param client gives the tokens
  ClusterConfig config(KubeClient client) {
    String provider = data.getOrDefault(PROVIDER, "");
    if (CLOUDS.contains(provider)) {
      throw FailureException.stalled(
          Reason.UNSUPPORTED_FIELD,
          subject() + ": Levada does not open clusters of provider '" + provider + "' yet",
          "Use provider generic with the cluster's address, or spec.kubeConfig.secretRef");
    }
    if (!provider.equals("generic")) {
      throw invalid("provider is '" + provider + "', which nobody knows", "Set provider: generic");
    }
    String address = data.getOrDefault("address", "");
    if (address.isEmpty()) {
      throw invalid("address is not set", "Set it to the API server's URL");
    }
    return ClusterConfig.ofTokens(
        address,
        data.getOrDefault("ca.crt", ""),
        () -> client.serviceAccountToken(namespace, account(), audiences(address)));
  }

  private String account() {
    String account = data.getOrDefault("serviceAccountName", "");
    if (account.isEmpty()) {
      account = options.defaultKubeconfigServiceAccount();
    }
    return account.isEmpty() ? "default" : account;
  }

  private List<String> audiences(String address) {
    List<String> named =
        Arrays.stream(data.getOrDefault("audiences", "").split("[\\s,]+", -1))
            .filter(audience -> !audience.isEmpty())
            .toList();
    return named.isEmpty() ? List.of(address) : named;
  }

  private FailureException invalid(String what, String fix) {
    return FailureException.retrying(Reason.RECONCILIATION_FAILED, subject() + ": " + what, fix);
  }

  private String subject() {
    return "KubeConfig ConfigMap '" + namespace + "/" + name + "'";
  }
}
