package dev.levada.fetch.kms;

import dev.levada.core.manifest.Mapping;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The AWS role that a service account names: its token is exchanged for a session, once a region.
final class AwsRole implements AwsIdentity {

  /// The token service's address in a region.
  static final Function<String, URI> REGIONAL =
      region ->
          URI.create(
              "https://sts."
                  + region
                  + (region.startsWith("cn-") ? ".amazonaws.com.cn/" : ".amazonaws.com/"));

  private static final String ROLE = "eks.amazonaws.com/role-arn";
  private static final String AUDIENCE = "sts.amazonaws.com";

  private final RestClient rest;
  private final Workload workload;
  private final Function<String, URI> addresses;
  private final Map<String, AwsCredentials> sessions = new ConcurrentHashMap<>();

  AwsRole(RestClient rest, Workload workload, Function<String, URI> addresses) {
    this.rest = rest;
    this.workload = workload;
    this.addresses = addresses;
  }

  @Override
  public AwsCredentials credentials(String region)
      throws RestClient.NoAnswer, Workload.Unavailable {
    AwsCredentials known = sessions.get(region);
    if (known != null) {
      return known;
    }
    AwsCredentials session = session(region);
    sessions.put(region, session);
    return session;
  }

  private AwsCredentials session(String region) throws RestClient.NoAnswer, Workload.Unavailable {
    var form =
        Map.of(
            "Action",
            "AssumeRoleWithWebIdentity",
            "Version",
            "2011-06-15",
            "RoleArn",
            workload.required(ROLE),
            "RoleSessionName",
            sessionName(),
            "WebIdentityToken",
            workload.token(AUDIENCE));
    Mapping answer =
        rest.form(addresses.apply(region), form)
            .mappingAt(
                "AssumeRoleWithWebIdentityResponse",
                "AssumeRoleWithWebIdentityResult",
                "Credentials");
    var session =
        new AwsCredentials(
            answer.textAt("AccessKeyId"),
            answer.textAt("SecretAccessKey"),
            answer.textAt("SessionToken"));
    if (session.id().isEmpty() || session.secret().isEmpty()) {
      throw new RestClient.NoAnswer("AWS gave no credentials for " + workload.name());
    }
    return session;
  }

  // What AWS allows in such a name, at most 64 characters of it.
  private String sessionName() {
    String name = ("levada." + workload.name()).replaceAll("[^A-Za-z0-9_=,.@-]", ".");
    return name.length() > 64 ? name.substring(0, 64) : name;
  }
}
