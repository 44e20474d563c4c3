package dev.levada.fetch.cloud;

import static dev.levada.fetch.cloud.Surroundings.required;

import dev.levada.core.manifest.Mapping;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.http.WebRequest;
import dev.levada.fetch.oci.ImageName;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Logs in to the Container Registry of Azure: a token of the workload or machine is exchanged for
/// one of the registry.
///
/// @param around what is found around the engine
/// @param insecure whether the registry is reached over plain http
public record AzureLogin(Surroundings around, boolean insecure) implements RegistryLogin {

  private static final String WHAT = "logging in to Azure's registry";
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
  private static final String RESOURCE = "https://management.azure.com/";

  /// The registry's own life of a refresh token is three hours.
  private static final Duration LIFE = Duration.ofMinutes(150);

  @Override
  public Pass login(ImageName image) {
    String token = around.variable("AZURE_FEDERATED_TOKEN_FILE").isEmpty() ? machine() : workload();
    String address = (insecure ? "http://" : "https://") + image.registry() + "/oauth2/exchange";
    Mapping answer =
        around.ask(
            WHAT,
            WebRequest.of("POST", URI.create(address))
                .withForm(
                    "grant_type=access_token&service="
                        + encoded(image.registry())
                        + "&access_token="
                        + encoded(token)));
    String refresh = required(WHAT, answer.textAt("refresh_token"), "refresh_token");
    return new Pass(new Credentials.Basic(NOBODY, refresh), around.clock().instant().plus(LIFE));
  }

  private String workload() {
    String authority =
        around.variable("AZURE_AUTHORITY_HOST", "https://login.microsoftonline.com/");
    String base = authority.endsWith("/") ? authority : authority + "/";
    String assertion = around.file(WHAT, around.variable("AZURE_FEDERATED_TOKEN_FILE"));
    String form =
        "grant_type=client_credentials&client_id="
            + encoded(around.variable("AZURE_CLIENT_ID"))
            + "&scope="
            + encoded(RESOURCE + ".default")
            + "&client_assertion_type="
            + encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
            + "&client_assertion="
            + encoded(assertion);
    String address = base + encoded(around.variable("AZURE_TENANT_ID")) + "/oauth2/v2.0/token";
    Mapping answer = around.ask(WHAT, WebRequest.of("POST", URI.create(address)).withForm(form));
    return required(WHAT, answer.textAt("access_token"), "access_token");
  }

  private String machine() {
    String client = around.variable("AZURE_CLIENT_ID");
    String address =
        around.variable("AZURE_POD_IDENTITY_AUTHORITY_HOST", "http://169.254.169.254")
            + "/metadata/identity/oauth2/token?api-version=2018-02-01&resource="
            + encoded(RESOURCE)
            + (client.isEmpty() ? "" : "&client_id=" + encoded(client));
    Mapping answer = around.ask(WHAT, WebRequest.get(URI.create(address)).with("Metadata", "true"));
    return required(WHAT, answer.textAt("access_token"), "access_token");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
