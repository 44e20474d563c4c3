package dev.levada.checks.endtoend;

import static dev.levada.checks.process.Stage.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.digest.Sha256;
import dev.levada.testbed.forge.ForgeRepository;
import dev.levada.testbed.forge.Gitea;
import dev.levada.testbed.forge.WithForge;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import dev.levada.testbed.registry.Registry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A real Git host and a real registry call, and what they tell of is there long before any
/// interval has passed.
@OnCluster
@WithForge
final class WebhookTest {

  private static final String TOKEN = "hook-token-0123456789abcdef";
  private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
  private static final String REQUESTED =
      "{.metadata.annotations.reconcile\\.fluxcd\\.io/requestedAt}";

  @Test
  void aMergeReachesTheClusterAtOnce(ControlPlane cluster, TestNamespace namespace, Gitea gitea)
      throws Exception {
    ForgeRepository fleet = gitea.repository(gitea.user());
    String first = fleet.addFile("main", "app/first.yaml", World.configMap("first", "one"));
    try (World world = World.open(cluster, namespace)) {
      world.apply(PullRequestTest.secret("fleet", fleet.owner(), fleet.owner().token()));
      world.deployFrom(fleet.url(), "secretRef: {name: fleet}", "./app");
      world.awaitApplied(first);
      world.apply(receiver("github", "events: [ping, push]", "kind: GitRepository, name: app"));
      String path = awaitPath(world);
      fleet.webhook(world.engine().hooks() + path, TOKEN);

      fleet.addFile("change", "app/second.yaml", World.configMap("second", "two"));
      String asked =
          fleet
              .api()
              .post(
                  "/repos/" + fleet.fullName() + "/pulls",
                  "{\"head\":\"change\",\"base\":\"main\",\"title\":\"Add the second\"}");
      Matcher number = NUMBER.matcher(asked);
      assertThat(number.find()).isTrue();
      fleet.merge(Long.parseLong(number.group(1)));

      world.await("configmap/second", "create", 60);
      assertThat(world.engine().log()).doesNotContain(TOKEN).doesNotContain(path);
      assertThat(require(namespace.kubectl("get", "events", "-o", "yaml")))
          .doesNotContain(TOKEN)
          .doesNotContain(path);
      assertThat(require(namespace.kubectl("get", "receiver", "hook"))).contains("True");
    }
  }

  @Test
  void whatIsNotGenuineHasNoEffect(ControlPlane cluster, TestNamespace namespace) throws Exception {
    try (World world = World.open(cluster, namespace)) {
      world.source();
      world.apply(receiver("generic-hmac", "", "kind: GitRepository, name: app"));
      String hook = world.engine().hooks() + awaitPath(world);

      assertThat(call(hook, "X-Signature", "sha256=" + "0".repeat(64), "{}")).isEqualTo(400);
      assertThat(call(hook, "X-Other", "1", "{}")).isEqualTo(400);
      assertThat(call(hook, "X-Signature", "sha256=00", "x".repeat(3 * 1024 * 1024 + 1)))
          .isEqualTo(413);
      assertThat(call(hook + "?a=b", "X-Signature", "sha256=00", "{}")).isEqualTo(404);
      assertThat(call(world.engine().hooks() + "/hook/", "X-Other", "1", "{}")).isEqualTo(404);
      assertThat(world.get("gitrepository/app", REQUESTED)).isEmpty();

      // The signature of "{}" with the token, by openssl.
      String good = "sha256=8a95dd640e623435b638b473487f9176fdb12e556c2f14d70a842ec7407f9cc8";
      assertThat(call(hook, "X-Signature", good, "{}")).isEqualTo(200);
      assertThat(world.get("gitrepository/app", REQUESTED)).isNotEmpty();

      world.patch("receiver/hook", "{\"spec\":{\"suspend\":true}}");
      assertThat(awaitCall(hook, good, 503)).isEqualTo(503);
      world.patch(
          "receiver/hook",
          "{\"spec\":{\"suspend\":false,\"resources\":[{\"kind\":\"GitRepository\",\"name\":\"no\"}]}}");
      assertThat(awaitCall(hook, good, 500)).isEqualTo(500);
      world.patch("receiver/hook", "{\"spec\":{\"secretRef\":{\"name\":\"missing\"}}}");
      assertThat(world.awaitNotReady("receiver/hook", "TokenNotFound")).contains("missing");
      world.patch(
          "receiver/hook",
          "{\"spec\":{\"resourceFilter\":\"res.\",\"secretRef\":{\"name\":\"hook\"}}}");
      assertThat(world.awaitNotReady("receiver/hook", "InvalidCELExpression"))
          .contains("spec.resourceFilter");
    }
  }

  @Test
  void aPushedTagIsSeenAtOnceAndNoOtherImageIsScanned(ControlPlane cluster, TestNamespace namespace)
      throws Exception {
    String path = "/hook/" + Sha256.hex(TOKEN + "hook" + namespace.name());
    try (World world = World.open(cluster, namespace);
        Registry registry = Registry.telling(world.engine().hooks() + path, TOKEN)) {
      String image = registry.host() + "/" + namespace.name();
      TinyImage.push(image, "1.0.0");
      String repository =
          ImageTagsTest.repository(image, "")
              .replace("{name: app}", "{name: app, labels: {hooked: 'yes'}}");
      world.apply(repository);
      world.apply(repository.replace("{name: app,", "{name: other,").replace(image, image + "-2"));
      world.apply(ImageTagsTest.policy("app", "policy: {semver: {range: '>=1.0.0'}}"));
      world.awaitMessage("imagepolicy/app", "resolved to 1.0.0");
      world.apply(
          receiver("harbor", "", "kind: ImageRepository, name: '*', matchLabels: {hooked: 'yes'}"));
      assertThat(awaitPath(world)).isEqualTo(path);

      TinyImage.push(image, "1.0.1");

      world.awaitMessage("imagepolicy/app", "resolved to 1.0.1");
      assertThat(world.get("imagerepository/app", REQUESTED)).isNotEmpty();
      assertThat(world.get("imagerepository/other", REQUESTED)).isEmpty();

      String hook = world.engine().hooks() + path;
      assertThat(call(hook, "Authorization", TOKEN, told("pull", namespace))).isEqualTo(200);
      assertThat(world.get("imagerepository/other", REQUESTED)).isEmpty();
      assertThat(call(hook, "Authorization", "guessed", told("push", namespace))).isEqualTo(400);
      assertThat(world.get("imagerepository/other", REQUESTED)).isEmpty();
      assertThat(call(hook, "Authorization", TOKEN, told("push", namespace))).isEqualTo(200);
      assertThat(world.get("imagerepository/other", REQUESTED)).isNotEmpty();
    }
  }

  /// What a registry says of the other image.
  private static String told(String action, TestNamespace namespace) {
    return "{\"events\":[{\"action\":\"%s\",\"target\":{\"repository\":\"%s-2\",\"tag\":\"1.0.1\"}}]}"
        .formatted(action, namespace.name());
  }

  @Test
  void aJobThatItsIssuerVouchesForWakesWhatTheFilterAllows(
      ControlPlane cluster, TestNamespace namespace) throws Exception {
    try (World world = World.open(cluster, namespace);
        var issuer = new TestIssuer()) {
      world.source();
      world.apply(
          """
          apiVersion: source.toolkit.fluxcd.io/v1
          kind: GitRepository
          metadata: {name: other}
          spec: {interval: 1h, suspend: true, url: 'http://127.0.0.1:1/no.git'}
          ---
          apiVersion: notification.toolkit.fluxcd.io/v1
          kind: Receiver
          metadata: {name: hook}
          spec:
            type: generic-oidc
            oidcProviders:
            - issuerURL: %s
              audience: levada
              variables: [{name: repository, expression: "claims.sub.split(':')[1]"}]
              validations: [{expression: "vars.repository == 'org/app'", message: not our job}]
            resourceFilter: req.name == res.metadata.name && claims.sub.startsWith('repo:')
            resources:
            - {kind: GitRepository, name: app}
            - {kind: GitRepository, name: other}
          """
              .formatted(issuer.url()));
      String hook = world.engine().hooks() + awaitPath(world);
      String job = "Bearer " + issuer.token("repo:org/app", "levada");
      String stranger = "Bearer " + issuer.token("repo:eve/app", "levada");
      String elsewhere = "Bearer " + issuer.token("repo:org/app", "somebody");
      String body = "{\"name\":\"app\"}";

      for (String refused : List.of(stranger, elsewhere, "Bearer no", "Basic YTpi")) {
        assertThat(call(hook, "Authorization", refused, body)).isEqualTo(400);
      }
      assertThat(world.get("gitrepository/app", REQUESTED)).isEmpty();
      assertThat(call(hook, "Authorization", job, body)).isEqualTo(200);
      assertThat(world.get("gitrepository/app", REQUESTED)).isNotEmpty();
      assertThat(world.get("gitrepository/other", REQUESTED)).isEmpty();
      assertThat(call(hook, "Authorization", job, "no JSON"))
          .as("no filter's answer")
          .isEqualTo(500);
      assertThat(world.engine().log()).contains("not our job").doesNotContain(job.substring(7));
    }
  }

  private static String awaitPath(World world) {
    world.await("receiver/hook", "condition=Ready", 60);
    return world.get("receiver/hook", "{.status.webhookPath}");
  }

  private static int call(String url, String header, String value, String body)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(url))
                  .header(header, value)
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.body()).isEmpty();
      return answer.statusCode();
    }
  }

  /// Calls until the engine has seen what was changed.
  private static int awaitCall(String url, String signature, int status) {
    PullRequestTest.awaitSo(() -> answers(url, signature, status));
    return answers(url, signature, status) ? status : -1;
  }

  private static boolean answers(String url, String signature, int status) {
    try {
      return call(url, "X-Signature", signature, "{}") == status;
    } catch (IOException broken) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String receiver(String type, String spec, String resource) {
    return """
    apiVersion: v1
    kind: Secret
    metadata: {name: hook}
    stringData: {token: %s}
    ---
    apiVersion: notification.toolkit.fluxcd.io/v1
    kind: Receiver
    metadata: {name: hook}
    spec:
      type: %s
      secretRef: {name: hook}
      interval: 1h
      resources: [{%s}]
      %s
    """
        .formatted(TOKEN, type, resource, spec);
  }
}
