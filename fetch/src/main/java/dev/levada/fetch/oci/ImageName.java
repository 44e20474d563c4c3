package dev.levada.fetch.oci;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import java.util.regex.Pattern;

/// A repository in a registry, as image names begin: `ghcr.io/org/app`, `alpine`.
///
/// @param registry host and perhaps port, such as `index.docker.io` or `localhost:5000`
/// @param repository the path in it, such as `library/alpine`
public record ImageName(String registry, String repository) {

  private static final String DOCKER_HUB = "index.docker.io";
  private static final Pattern REGISTRY =
      Pattern.compile(
          "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*"
              + "|\\[[0-9a-fA-F:.]+\\])(?::[0-9]{1,5})?");
  private static final Pattern REPOSITORY =
      Pattern.compile("[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*");
  private static final int LONGEST = 255;

  /// Reads a name without scheme, tag and digest.
  ///
  /// @throws FailureException where it is none
  public static ImageName parse(String text) {
    if (text.contains("://")) {
      throw invalid(text, "it begins with a scheme", "Leave the scheme out: ghcr.io/org/app");
    }
    int slash = text.indexOf('/');
    boolean hosted = slash >= 0 && isHost(text.substring(0, slash));
    String registry = hosted ? canonical(text.substring(0, slash)) : DOCKER_HUB;
    String repository = hosted ? text.substring(slash + 1) : text;
    if (registry.equals(DOCKER_HUB) && !repository.contains("/")) {
      repository = "library/" + repository;
    }
    check(text, registry, repository);
    return new ImageName(registry, repository);
  }

  private static boolean isHost(String first) {
    return first.contains(".") || first.contains(":") || first.equals("localhost");
  }

  private static String canonical(String registry) {
    return registry.equals("docker.io") || registry.equals("registry-1.docker.io")
        ? DOCKER_HUB
        : registry;
  }

  private static void check(String text, String registry, String repository) {
    if (repository.lastIndexOf(':') >= 0 || repository.contains("@")) {
      throw invalid(
          text, "it has a tag or a digest", "Leave the tag out: an ImagePolicy chooses it");
    }
    if (text.length() > LONGEST
        || !REGISTRY.matcher(registry).matches()
        || !REPOSITORY.matcher(repository).matches()) {
      throw invalid(
          text,
          "it is no name of a repository",
          "Write it as HOST/PATH in lower case, such as ghcr.io/org/app");
    }
  }

  private static FailureException invalid(String text, String why, String fix) {
    return FailureException.stalled(
        Reason.IMAGE_URL_INVALID, "the image '" + text + "' cannot be used: " + why, fix);
  }

  /// The name in full, as `status.canonicalImageName` has it.
  @Override
  public String toString() {
    return registry + "/" + repository;
  }
}
