package dev.levada.fetch.cloud;

import static dev.levada.fetch.cloud.Surroundings.required;

import dev.levada.core.manifest.Mapping;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.http.WebRequest;
import dev.levada.fetch.oci.ImageName;
import java.net.URI;

/// Logs in to the Artifact Registry and the Container Registry of Google Cloud.
///
/// @param around what is found around the engine
public record GcpLogin(Surroundings around) implements RegistryLogin {

  private static final String WHAT = "logging in to Google's registry";

  @Override
  public Pass login(ImageName image) {
    String host = image.registry();
    if (!host.equals("gcr.io") && !host.endsWith(".gcr.io") && !host.endsWith(".pkg.dev")) {
      throw Surroundings.failed(WHAT, host + " is no registry of Google", null);
    }
    String address =
        "http://"
            + around.variable("GCE_METADATA_HOST", "metadata.google.internal")
            + "/computeMetadata/v1/instance/service-accounts/default/token";
    Mapping answer =
        around.ask(WHAT, WebRequest.get(URI.create(address)).with("Metadata-Flavor", "Google"));
    String token = required(WHAT, answer.textAt("access_token"), "access_token");
    long seconds = Math.clamp(answer.numberAt(60, "expires_in"), 60, 86_400);
    return new Pass(
        new Credentials.Basic("oauth2accesstoken", token),
        around.clock().instant().plusSeconds(seconds));
  }
}
