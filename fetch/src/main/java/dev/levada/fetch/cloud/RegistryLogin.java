package dev.levada.fetch.cloud;

import dev.levada.core.failure.FailureException;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.oci.ImageName;
import java.time.Instant;

/// Logs in to a cloud's registry.
public interface RegistryLogin {

  /// What to show the registry of an image.
  ///
  /// @throws FailureException where the cloud gives nothing
  Pass login(ImageName image);

  /// What a login gave.
  ///
  /// @param credentials what to show
  /// @param until when it is over
  record Pass(Credentials credentials, Instant until) {}
}
