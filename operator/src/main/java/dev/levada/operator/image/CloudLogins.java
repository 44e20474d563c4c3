package dev.levada.operator.image;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.cloud.AwsLogin;
import dev.levada.fetch.cloud.AzureLogin;
import dev.levada.fetch.cloud.GcpLogin;
import dev.levada.fetch.cloud.RegistryLogin;
import dev.levada.fetch.cloud.Surroundings;
import dev.levada.fetch.oci.ImageName;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Logs in to the registries of clouds, and again only when a login is about to be over.
public final class CloudLogins {

  private static final Duration BEFORE_END = Duration.ofMinutes(5);

  private record Place(String provider, String registry, boolean insecure) {}

  private final Surroundings around;
  private final Map<Place, RegistryLogin.Pass> passes = new ConcurrentHashMap<>();

  /// @param around what logins find around the engine
  public CloudLogins(Surroundings around) {
    this.around = around;
  }

  Credentials login(String provider, ImageName image, boolean insecure) {
    var place = new Place(provider, image.registry(), insecure);
    RegistryLogin.Pass known = passes.get(place);
    if (known != null && around.clock().instant().plus(BEFORE_END).isBefore(known.until())) {
      return known.credentials();
    }
    RegistryLogin.Pass fresh = at(provider, insecure).login(image);
    passes.put(place, fresh);
    return fresh.credentials();
  }

  private RegistryLogin at(String provider, boolean insecure) {
    return switch (provider) {
      case "aws" -> new AwsLogin(around);
      case "azure" -> new AzureLogin(around, insecure);
      case "gcp" -> new GcpLogin(around);
      default ->
          throw FailureException.stalled(
              Reason.UNSUPPORTED_FIELD,
              "spec.provider is '" + provider + "', which Levada does not know",
              "Write generic, aws, azure or gcp");
    };
  }
}
