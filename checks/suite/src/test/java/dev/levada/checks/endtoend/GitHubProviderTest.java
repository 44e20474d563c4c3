package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.files;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.forge.GitHubEmulator;
import dev.levada.testbed.forge.WithGitHub;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import dev.levada.testbed.registry.Registry;
import dev.levada.testbed.registry.WithRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// A GitProvider that is a GitHub App, against an emulated GitHub that checks its proofs and
/// tokens. The emulator speaks no Git: the branch that the automation pushes to a Git server is
/// made there too.
@OnCluster
@WithRegistry
@WithGitHub
final class GitHubProviderTest {

  private static final String PULL = "pullrequestpolicy/app";
  private static final String OBJECTS =
      """
      apiVersion: levada.dev/v1alpha1
      kind: GitProvider
      metadata: {name: fleet}
      spec: {type: github, url: "%s", repository: %s, secretRef: {name: app}, interval: 1h}
      ---
      apiVersion: levada.dev/v1alpha1
      kind: PullRequestPolicy
      metadata: {name: app}
      spec: {automationRef: {name: app}, providerRef: {name: fleet}, labels: [images], interval: 1h}
      """;

  @Test
  void anAppOpensThePullRequest(
      ControlPlane cluster, TestNamespace namespace, Registry registry, GitHubEmulator gitHub) {
    String image = registry.host() + "/" + namespace.name();
    TinyImage.push(image, "1.0.0");
    String file = ImageUpdateTest.marked(namespace.name(), image);
    gitHub.commit("images", "app/web.yaml", base64(file.replace(":1.0.0", ":1.0.1")));
    try (World world = World.open(cluster, namespace)) {
      world.repository.commit(files("app/web.yaml", file));
      world.source();
      world.apply(secret(gitHub.key()));
      world.apply(ImageTagsTest.repository(image, ""));
      world.apply(ImageTagsTest.policy("app", "policy: {semver: {range: 1.x}}"));
      world.apply(ImageUpdateTest.automation("push: {branch: images}"));
      world.apply(OBJECTS.formatted(gitHub.base(), GitHubEmulator.REPOSITORY));
      world.awaitMessage("gitprovider/fleet", "has the default branch main");
      world.awaitMessage(PULL, "nothing to propose: main has all images");

      TinyImage.push(image, "1.0.1");
      ImageTagsTest.scan(namespace);

      world.await(PULL, "jsonpath={.status.pullRequest.state}=open", 60);
      String number = world.get(PULL, "{.status.pullRequest.number}");
      assertThat(
              gitHub
                  .api()
                  .send("GET", "/repos/" + GitHubEmulator.REPOSITORY + "/pulls/" + number, ""))
          .contains("\"title\":\"Update " + namespace.name() + " to 1.0.1\"")
          .contains("\"login\":\"levada[bot]\"")
          .contains("\"name\":\"images\"");

      world.apply(secret(GitHubEmulator.newKey()));
      world.apply(
          OBJECTS
              .formatted(gitHub.base(), GitHubEmulator.REPOSITORY)
              .replace("interval: 1h", "interval: 2h"));
      assertThat(world.awaitNotReady("gitprovider/fleet", "AuthenticationFailed"))
          .contains("getting a token for GitHub App " + GitHubEmulator.APP + " failed: HTTP 401");
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String secret(String key) {
    return """
    apiVersion: v1
    kind: Secret
    metadata: {name: app}
    stringData:
      githubAppID: "%s"
      githubAppInstallationOwner: %s
      githubAppPrivateKey: |
    %s
    """
        .formatted(GitHubEmulator.APP, GitHubEmulator.OWNER, key.indent(4).stripTrailing());
  }
}
