package dev.levada.fetch.kms;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// A service account as Google Cloud knows it: by a pool that it names, or by that of its GKE
/// cluster. Where it names a service account of Google's too, it acts as that.
///
/// @param rest sends
/// @param workload the account; its token is exchanged
/// @param places where tokens are exchanged
record GcpWorkload(RestClient rest, Workload workload, Places places) implements GcpIdentity {

  private static final String POOL = "gcp.auth.fluxcd.io/workload-identity-provider";
  private static final String ACCOUNT = "iam.gke.io/gcp-service-account";
  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

  /// Where tokens are exchanged.
  ///
  /// @param tokens the token service
  /// @param accounts the service that lets one act as a service account
  /// @param metadata tells which cluster a pod runs in
  record Places(URI tokens, URI accounts, URI metadata) {

    static final Places PUBLIC =
        new Places(
            URI.create("https://sts.googleapis.com"),
            URI.create("https://iamcredentials.googleapis.com"),
            URI.create("http://metadata.google.internal"));
  }

  /// Whom the tokens are for.
  ///
  /// @param ours the audience of the account's token
  /// @param google the audience of the exchange
  private record Audiences(String ours, String google) {}

  @Override
  public String token() throws RestClient.NoAnswer, Workload.Unavailable {
    Audiences audiences = audiences();
    String federated =
        rest.form(
                places.tokens().resolve("/v1/token"),
                Map.of(
                    "grant_type",
                    "urn:ietf:params:oauth:grant-type:token-exchange",
                    "requested_token_type",
                    "urn:ietf:params:oauth:token-type:access_token",
                    "subject_token_type",
                    "urn:ietf:params:oauth:token-type:jwt",
                    "subject_token",
                    workload.token(audiences.ours()),
                    "audience",
                    audiences.google(),
                    "scope",
                    SCOPE))
            .textAt("access_token");
    String account = workload.annotations().getOrDefault(ACCOUNT, "");
    return account.isEmpty() ? federated : actingAs(account, federated);
  }

  private String actingAs(String account, String token)
      throws RestClient.NoAnswer, Workload.Unavailable {
    if (!account.matches("[A-Za-z0-9.@_-]+")) {
      throw new Workload.Unavailable(
          "ServiceAccount " + workload.name() + " names no account of Google's in " + ACCOUNT);
    }
    Mapping wish = new Mapping().put("scope", new Sequence(List.of(Scalar.of(SCOPE))));
    return rest.post(
            places
                .accounts()
                .resolve("/v1/projects/-/serviceAccounts/" + account + ":generateAccessToken"),
            Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"),
            KeyServices.json(wish))
        .textAt("accessToken");
  }

  private Audiences audiences() throws RestClient.NoAnswer, Workload.Unavailable {
    String pool = workload.annotations().getOrDefault(POOL, "");
    if (!pool.isEmpty()) {
      return new Audiences("https://iam.googleapis.com/" + pool, "//iam.googleapis.com/" + pool);
    }
    String project = metadata("project/project-id");
    String ours = project + ".svc.id.goog";
    return new Audiences(
        ours,
        "identitynamespace:%s:https://container.googleapis.com/v1/projects/%s/locations/%s/clusters/%s"
            .formatted(
                ours,
                project,
                metadata("instance/attributes/cluster-location"),
                metadata("instance/attributes/cluster-name")));
  }

  private String metadata(String what) throws RestClient.NoAnswer {
    return rest.text(
        places.metadata().resolve("/computeMetadata/v1/" + what),
        Map.of("Metadata-Flavor", "Google"));
  }
}
