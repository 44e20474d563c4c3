package dev.levada.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The CustomResourceDefinitions of all kinds that Levada serves, as the YAML that goes to the API
/// server. For the operator, which checks what a cluster has, and for the commands that install.
public final class CustomResourceDefinitions {

  private static final List<String> NAMES =
      List.of(
          "alerts.notification.toolkit.fluxcd.io",
          "artifactgenerators.source.extensions.fluxcd.io",
          "buckets.source.toolkit.fluxcd.io",
          "externalartifacts.source.toolkit.fluxcd.io",
          "gitproviders.levada.dev",
          "gitrepositories.source.toolkit.fluxcd.io",
          "helmcharts.source.toolkit.fluxcd.io",
          "helmreleases.helm.toolkit.fluxcd.io",
          "helmrepositories.source.toolkit.fluxcd.io",
          "imagepolicies.image.toolkit.fluxcd.io",
          "imagerepositories.image.toolkit.fluxcd.io",
          "imageupdateautomations.image.toolkit.fluxcd.io",
          "kustomizations.kustomize.toolkit.fluxcd.io",
          "ocirepositories.source.toolkit.fluxcd.io",
          "providers.notification.toolkit.fluxcd.io",
          "pullrequestpolicies.levada.dev",
          "receivers.notification.toolkit.fluxcd.io");

  private CustomResourceDefinitions() {}

  /// The names of all definitions, such as `gitrepositories.source.toolkit.fluxcd.io`, in
  /// alphabetical order.
  public static List<String> names() {
    return NAMES;
  }

  /// One definition as YAML in UTF-8.
  ///
  /// @param name one of [#names()]
  /// @throws Unknown where there is none of that name
  public static byte[] yaml(String name) {
    if (!NAMES.contains(name)) {
      throw new Unknown(name, NAMES);
    }
    try (InputStream file =
        CustomResourceDefinitions.class.getResourceAsStream("crds/" + name + ".yaml")) {
      if (file == null) {
        throw new Unknown(name, List.of());
      }
      return file.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(
          "The CustomResourceDefinition " + name + " cannot be read", broken);
    }
  }

  /// A definition was asked for that Levada does not have. The message names it and says which
  /// there are.
  public static final class Unknown extends RuntimeException {

    Unknown(String name, List<String> known) {
      super(
          known.isEmpty()
              ? "The CustomResourceDefinition %s is missing from this build. Install Levada anew."
                  .formatted(name)
              : "Levada has no CustomResourceDefinition %s. Use one of %s."
                  .formatted(name, String.join(", ", known)));
    }
  }
}
