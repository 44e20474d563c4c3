package dev.levada.operator.image;

import dev.levada.api.ImageRepository;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.SecretKeys;
import dev.levada.fetch.TlsMaterial;
import dev.levada.fetch.http.ProxySettings;
import dev.levada.fetch.http.WebSettings;
import dev.levada.fetch.oci.DockerConfig;
import dev.levada.fetch.oci.ImageName;
import dev.levada.fetch.oci.OciAccess;
import dev.levada.fetch.oci.OciClient;
import dev.levada.fetch.oci.OciRepository;
import dev.levada.operator.source.NamedSecrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Opens the registry of an ImageRepository with what its spec names.
public final class ImageAccess {

  private static final ResourceType ACCOUNTS =
      new ResourceType(new GroupVersionKind("", "v1", "ServiceAccount"), "serviceaccounts", true);

  private final KubeClient client;
  private final NamedSecrets secrets;
  private final OciClient oci;
  private final CloudLogins clouds;

  /// @param client the cluster
  /// @param oci speaks to registries
  /// @param clouds logs in at clouds
  public ImageAccess(KubeClient client, OciClient oci, CloudLogins clouds) {
    this.client = client;
    this.secrets = new NamedSecrets(client);
    this.oci = oci;
    this.clouds = clouds;
  }

  OciRepository open(ImageRepository object) {
    ImageName name = ImageName.parse(object.spec().image());
    String namespace = object.metadata().namespace();
    String certificates = object.spec().secrets().certificates();
    String proxy = object.spec().secrets().proxy();
    TlsMaterial tls =
        certificates.isEmpty()
            ? TlsMaterial.none()
            : SecretKeys.tls(secrets.require(namespace, certificates));
    Optional<ProxySettings> through =
        proxy.isEmpty()
            ? Optional.empty()
            : Optional.of(ProxySettings.of(secrets.require(namespace, proxy)));
    var web = new WebSettings(tls, through, object.spec().timeout());
    return oci.repository(
        name, new OciAccess(credentials(object, name), web, object.spec().insecure()));
  }

  private Credentials credentials(ImageRepository object, ImageName name) {
    ImageRepository.Spec spec = object.spec();
    if (!spec.provider().isEmpty() && !spec.provider().equals("generic")) {
      if (!spec.secrets().serviceAccount().isEmpty()) {
        throw FailureException.stalled(
            Reason.FEATURE_GATE_DISABLED,
            "to use spec.serviceAccountName for provider authentication please enable the"
                + " ObjectLevelWorkloadIdentity feature gate in the controller",
            "Levada has no such logins yet: remove spec.serviceAccountName to log in as the engine");
      }
      return clouds.login(spec.provider(), name, spec.insecure());
    }
    for (String secret : pullSecrets(object)) {
      Credentials found =
          DockerConfig.ofSecret(secrets.require(object.metadata().namespace(), secret))
              .credentials(name);
      if (!(found instanceof Credentials.None)) {
        return found;
      }
    }
    return new Credentials.None();
  }

  /// The Secret that the object names, then those of its service account.
  private List<String> pullSecrets(ImageRepository object) {
    var names = new ArrayList<String>();
    if (!object.spec().secrets().pull().isEmpty()) {
      names.add(object.spec().secrets().pull());
    }
    String account = object.spec().secrets().serviceAccount();
    if (!account.isEmpty()) {
      for (Node node : account(object, account).root().sequenceAt("imagePullSecrets")) {
        if (node instanceof Mapping reference) {
          names.add(reference.textAt("name"));
        }
      }
    }
    return names;
  }

  private Manifest account(ImageRepository object, String name) {
    return client
        .find(ACCOUNTS, object.metadata().namespace(), name)
        .orElseThrow(() ->
            FailureException.retrying(
                Reason.AUTHENTICATION_FAILED,
                "serviceaccounts \"" + name + "\" not found",
                "Create the ServiceAccount, or name another one in spec.serviceAccountName"));
  }
}
