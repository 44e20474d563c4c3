package dev.levada.fetch.cloud;

import static dev.levada.fetch.cloud.Surroundings.required;

import dev.levada.core.manifest.Mapping;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.http.WebRequest;
import dev.levada.fetch.oci.ImageName;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Logs in to the Elastic Container Registry of AWS.
///
/// @param around what is found around the engine
public record AwsLogin(Surroundings around) implements RegistryLogin {

  private static final String WHAT = "logging in to ECR";
  private static final Pattern HOST =
      Pattern.compile(
          "[0-9]{12}\\.dkr[.-]ecr(?:-fips)?\\.([a-z0-9-]+)\\.(amazonaws\\.com(?:\\.cn)?|on\\.aws)");

  /// ECR's own life of a token is twelve hours.
  private static final Duration LIFE = Duration.ofHours(11);

  @Override
  public Pass login(ImageName image) {
    Matcher host = HOST.matcher(image.registry());
    if (!host.matches()) {
      throw Surroundings.failed(WHAT, image.registry() + " is no registry of ECR", null);
    }
    String region = host.group(1);
    String suffix = image.registry().endsWith(".cn") ? "amazonaws.com.cn" : "amazonaws.com";
    String address =
        around.variable("AWS_ENDPOINT_URL_ECR", "https://api.ecr." + region + "." + suffix);
    WebRequest request =
        WebRequest.of("POST", URI.create(address + "/"))
            .with("application/x-amz-json-1.1", "{}".getBytes(StandardCharsets.UTF_8))
            .with("X-Amz-Target", "AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken");
    SignatureV4 keys = new AwsKeys(around).find(region, "ecr");
    Mapping answer = around.ask(WHAT, keys.sign(request, around.clock().instant()));
    String token =
        answer.sequenceAt("authorizationData").items().stream()
            .findFirst()
            .map(item -> item instanceof Mapping data ? data.textAt("authorizationToken") : "")
            .orElse("");
    return pass(required(WHAT, token, "authorizationToken"));
  }

  private Pass pass(String token) {
    try {
      String pair = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
      String[] parts = pair.split(":", 2);
      if (parts.length == 2) {
        return new Pass(
            new Credentials.Basic(parts[0], parts[1]), around.clock().instant().plus(LIFE));
      }
    } catch (IllegalArgumentException broken) {
      throw Surroundings.failed(WHAT, "the token is no base64", broken);
    }
    throw Surroundings.failed(WHAT, "the token is no name and password", null);
  }
}
