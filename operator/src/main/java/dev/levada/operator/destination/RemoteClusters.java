package dev.levada.operator.destination;

import dev.levada.api.Kustomization;
import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.config.ClusterConfig;
import dev.levada.core.digest.Sha256;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Reads the descriptions of other clusters that Kustomizations name in `spec.kubeConfig`: a
/// kubeconfig in a Secret, or an address in a ConfigMap with the token of a service account. A
/// description is read again when it is a minute old, so that a rotated credential counts soon.
public final class RemoteClusters {

  private static final ResourceType SECRETS =
      new ResourceType(new GroupVersionKind("", "v1", "Secret"), "secrets", true);
  private static final ResourceType CONFIG_MAPS =
      new ResourceType(new GroupVersionKind("", "v1", "ConfigMap"), "configmaps", true);
  private static final ResourceType ACCOUNTS =
      new ResourceType(new GroupVersionKind("", "v1", "ServiceAccount"), "serviceaccounts", true);
  private static final List<String> USUAL_KEYS = List.of("value", "value.yaml");
  private static final Duration LIFETIME = Duration.ofSeconds(60);
  private static final int MOST_REMEMBERED = 1_000;

  private final KubeClient client;
  private final TargetOptions options;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /// A cluster that is not the engine's own.
  ///
  /// @param name the same for the same description only
  /// @param config how to reach it
  public record Remote(String name, ClusterConfig config) {}

  private record Known(Remote remote, Instant readAt) {}

  /// @param client the cluster that the Kustomizations are in
  /// @param options which credentials are taken
  /// @param clock tells how old a description is
  public RemoteClusters(KubeClient client, TargetOptions options, Clock clock) {
    this.client = client;
    this.options = options;
    this.clock = clock;
  }

  /// The cluster that a Kustomization names; empty for the one that it is in.
  ///
  /// @throws FailureException where its description cannot be had or used
  public Optional<Remote> of(Kustomization object) {
    Mapping reference = object.spec().raw().mappingAt("kubeConfig");
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    String asked =
        String.join(
            "/",
            object.metadata().namespace(),
            reference.textAt("secretRef", "name"),
            reference.textAt("secretRef", "key"),
            reference.textAt("configMapRef", "name"));
    Known before = known.get(asked);
    if (before != null && clock.instant().isBefore(before.readAt().plus(LIFETIME))) {
      return Optional.of(before.remote());
    }
    if (known.size() >= MOST_REMEMBERED) {
      known.clear();
    }
    Remote now = read(object.metadata().namespace(), reference);
    Remote kept =
        before != null && before.remote().name().equals(now.name()) ? before.remote() : now;
    known.put(asked, new Known(kept, clock.instant()));
    return Optional.of(kept);
  }

  private Remote read(String namespace, Mapping reference) {
    Mapping secret = reference.mappingAt("secretRef");
    try {
      return secret.isEmpty()
          ? described(namespace, reference.mappingAt("configMapRef").textAt("name"))
          : kubeconfig(namespace, secret);
    } catch (ClusterConfig.Unusable e) {
      throw FailureException.retrying(
          Reason.RECONCILIATION_FAILED, "spec.kubeConfig cannot be used: " + e.getMessage(), "");
    }
  }

  private Remote kubeconfig(String namespace, Mapping reference) {
    String name = reference.textAt("name");
    Manifest secret = require(SECRETS, namespace, name);
    Map<String, String> data = secret.root().mappingAt("data").texts();
    String key = reference.textAt("key");
    List<String> keys = key.isEmpty() ? USUAL_KEYS : List.of(key);
    String encoded =
        keys.stream()
            .filter(data::containsKey)
            .findFirst()
            .map(data::get)
            .orElseThrow(() ->
                FailureException.retrying(
                    Reason.RECONCILIATION_FAILED,
                    "KubeConfig secret '"
                        + namespace
                        + "/"
                        + name
                        + "' does not contain a '"
                        + String.join("' nor '", keys)
                        + "' key with data",
                    "Put the kubeconfig under that key, or name the right one in"
                        + " spec.kubeConfig.secretRef.key"));
    String text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    return new Remote(
        "Secret/" + namespace + "/" + name + "@" + Sha256.hex(text),
        ClusterConfig.ofSecret(text, options.kubeconfigPrograms(), options.kubeconfigInsecure()));
  }

  private Remote described(String namespace, String name) {
    Manifest map = require(CONFIG_MAPS, namespace, name);
    var description =
        new ClusterDescription(namespace, name, map.root().mappingAt("data").texts(), options);
    return new Remote(
        "ConfigMap/" + namespace + "/" + name + "@" + map.uid() + "." + map.resourceVersion(),
        description.config(client));
  }

  private Manifest require(ResourceType type, String namespace, String name) {
    try {
      return client
          .find(type, namespace, name)
          .orElseThrow(() ->
              unreadable(
                  type, namespace, name, "not found", "Create it, or correct spec.kubeConfig"));
    } catch (ApiError e) {
      String fix = "Give the engine's account a role that may get it";
      throw unreadable(type, namespace, name, String.valueOf(e.getMessage()), fix);
    }
  }

  private static FailureException unreadable(
      ResourceType type, String namespace, String name, String why, String fix) {
    return FailureException.retrying(
        Reason.RECONCILIATION_FAILED,
        "unable to read KubeConfig %s '%s/%s': %s"
            .formatted(type.type().kind(), namespace, name, why),
        fix);
  }

  /// Which of the things that a Kustomization acts through does not exist; empty where none is
  /// missing.
  Optional<String> missing(Kustomization object, String defaultAccount) {
    String namespace = object.metadata().namespace();
    Mapping remote = object.spec().raw().mappingAt("kubeConfig");
    String account = object.spec().raw().textAt("serviceAccountName");
    if (remote.isEmpty()) {
      return absent(ACCOUNTS, namespace, account.isEmpty() ? defaultAccount : account);
    }
    Optional<String> secret = absent(SECRETS, namespace, remote.textAt("secretRef", "name"));
    return secret.isPresent()
        ? secret
        : absent(CONFIG_MAPS, namespace, remote.textAt("configMapRef", "name"));
  }

  private Optional<String> absent(ResourceType type, String namespace, String name) {
    return name.isEmpty() || client.find(type, namespace, name).isPresent()
        ? Optional.empty()
        : Optional.of(type.type().kind() + "/" + namespace + "/" + name);
  }
}
