package dev.levada.fetch.cloud;

import static dev.levada.fetch.cloud.Surroundings.required;

import dev.levada.core.manifest.Mapping;
import dev.levada.fetch.http.WebRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Finds the keys that the engine may sign with at AWS: given ones, those of a service account's
/// role, those of the pod's identity, those of the machine.
///
/// @param around what is found around the engine
record AwsKeys(Surroundings around) {

  private static final String WHAT = "finding keys for AWS";

  SignatureV4 find(String region, String service) {
    if (!around.variable("AWS_ACCESS_KEY_ID").isEmpty()) {
      return new SignatureV4(
          around.variable("AWS_ACCESS_KEY_ID"),
          around.variable("AWS_SECRET_ACCESS_KEY"),
          around.variable("AWS_SESSION_TOKEN"),
          region,
          service);
    }
    if (!around.variable("AWS_WEB_IDENTITY_TOKEN_FILE").isEmpty()) {
      return of(webIdentity(region), "SessionToken", region, service);
    }
    if (!around.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI").isEmpty()) {
      return of(podIdentity(), "Token", region, service);
    }
    return of(machine(), "Token", region, service);
  }

  private static SignatureV4 of(Mapping found, String token, String region, String service) {
    return new SignatureV4(
        required(WHAT, found.textAt("AccessKeyId"), "AccessKeyId"),
        required(WHAT, found.textAt("SecretAccessKey"), "SecretAccessKey"),
        found.textAt(token),
        region,
        service);
  }

  private Mapping webIdentity(String region) {
    String address =
        around.variable("AWS_ENDPOINT_URL_STS", "https://sts." + region + ".amazonaws.com");
    String token = around.file(WHAT, around.variable("AWS_WEB_IDENTITY_TOKEN_FILE"));
    String form =
        "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn="
            + encoded(around.variable("AWS_ROLE_ARN"))
            + "&RoleSessionName="
            + encoded(around.variable("AWS_ROLE_SESSION_NAME", "levada"))
            + "&WebIdentityToken="
            + encoded(token);
    return around
        .ask(
            WHAT,
            WebRequest.of("POST", URI.create(address + "/"))
                .withForm(form)
                .with("Accept", "application/json"))
        .mappingAt(
            "AssumeRoleWithWebIdentityResponse", "AssumeRoleWithWebIdentityResult", "Credentials");
  }

  private Mapping podIdentity() {
    WebRequest request =
        WebRequest.get(URI.create(around.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI")));
    String file = around.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
    return around.ask(
        WHAT, file.isEmpty() ? request : request.with("Authorization", around.file(WHAT, file)));
  }

  private Mapping machine() {
    String base =
        around.variable("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://169.254.169.254") + "/latest";
    String token =
        around.text(
            WHAT,
            WebRequest.of("PUT", URI.create(base + "/api/token"))
                .with("X-aws-ec2-metadata-token-ttl-seconds", "300"));
    String roles = base + "/meta-data/iam/security-credentials/";
    String role = around.text(WHAT, metadata(roles, token)).lines().findFirst().orElse("");
    return around.ask(WHAT, metadata(roles + encoded(role), token));
  }

  private static WebRequest metadata(String address, String token) {
    return WebRequest.get(URI.create(address)).with("X-aws-ec2-metadata-token", token);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
