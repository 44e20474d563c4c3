package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.files;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import dev.levada.testbed.registry.Registry;
import dev.levada.testbed.registry.WithRegistry;
import org.junit.jupiter.api.Test;

/// From a push to a real registry, over a commit on a real Git server, to a real cluster; no
/// interval passes meanwhile.
@OnCluster
@WithRegistry
final class ImageUpdateTest {

  @Test
  void aPushedImageIsCommittedAndDeployed(
      ControlPlane cluster, TestNamespace namespace, Registry registry) {
    String image = registry.host() + "/" + namespace.name();
    TinyImage.push(image, "1.0.0");
    try (World world = World.open(cluster, namespace)) {
      String first =
          world.repository.commit(
              files("app/web.yaml", marked(namespace.name(), image), "README.md", "kept\n"));
      world.deploy("./app");
      world.awaitApplied(first);
      world.apply(ImageTagsTest.repository(image, ""));
      world.apply(ImageTagsTest.policy("app", "policy: {semver: {range: 1.x}}"));
      world.apply(automation(""));
      world.awaitMessage("imageupdateautomation/app", "repository up-to-date");
      assertThat(world.repository.git("rev-parse", "main").strip()).isEqualTo(first);

      TinyImage.push(image, "1.0.1");
      ImageTagsTest.scan(namespace);

      world.await(
          "deployment/web",
          "jsonpath={.spec.template.spec.containers[0].image}=" + image + ":1.0.1",
          60);
      String commit = world.repository.git("rev-parse", "main").strip();
      world.awaitApplied(commit);
      assertThat(world.repository.git("rev-list", "--count", "main").strip()).isEqualTo("2");
      assertThat(world.repository.git("log", "-1", "--format=%an <%ae>%n%B", "main").strip())
          .isEqualTo("robot <robot@example.com>\nDeployment web: " + image + ":1.0.1 to prod");
      assertThat(world.repository.git("show", "main:app/web.yaml"))
          .isEqualTo(marked(namespace.name(), image).replace(":1.0.0", ":1.0.1").strip());
      world.await("imageupdateautomation/app", "jsonpath={.status.lastPushCommit}=" + commit, 30);
      world.await(
          "imageupdateautomation/app",
          "jsonpath={.status.observedSourceRevision}=main@sha1:" + commit,
          30);
      assertThat(world.get("imageupdateautomation/app", "{.status.observedPolicies}"))
          .isEqualTo("{\"app\":{\"name\":\"" + image + "\",\"tag\":\"1.0.1\"}}");
      world.awaitEvent(
          "pushed commit '" + commit.substring(0, 7) + "' to branch 'main'\nDeployment");
    }
  }

  @Test
  void aBranchForReviewIsPushedAndTheSourceStays(
      ControlPlane cluster, TestNamespace namespace, Registry registry) {
    String image = registry.host() + "/" + namespace.name();
    TinyImage.push(image, "1.2.0");
    try (World world = World.open(cluster, namespace)) {
      String first =
          world.repository.commit(files("app/web.yaml", marked(namespace.name(), image)));
      world.source();
      world.apply(ImageTagsTest.repository(image, ""));
      world.apply(ImageTagsTest.policy("app", "policy: {semver: {range: 1.x}}"));
      world.apply(automation("push: {branch: review}"));

      world.await("imageupdateautomation/app", "jsonpath={.status.lastPushCommit}", 60);
      assertThat(world.repository.git("rev-parse", "main").strip()).isEqualTo(first);
      assertThat(world.repository.git("rev-parse", "review^").strip()).isEqualTo(first);
      assertThat(world.repository.git("show", "review:app/web.yaml")).contains(image + ":1.2.0 #");
    }
  }

  @Test
  void whatCannotBeDoneIsSaid(ControlPlane cluster, TestNamespace namespace, Registry registry) {
    try (World world = World.open(cluster, namespace)) {
      world.apply(automation("").replace("Setters", "Setters\n    path: ./absent"));
      world.awaitNotReady("imageupdateautomation/app", "SourceManagerFailed");

      world.repository.commit(files("app/web.yaml", marked(namespace.name(), registry.host())));
      world.source();
      assertThat(world.awaitNotReady("imageupdateautomation/app", "UpdateFailed"))
          .contains("'./absent' is not in the repository");

      world.apply(automation("").replace("{{ range", "{{ .Updated }}{{ range"));
      assertThat(world.awaitNotReady("imageupdateautomation/app", "RemovedTemplateField"))
          .contains(".Changed.Objects");
    }
  }

  static String marked(String namespace, String image) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}   # kept as it is
    spec:
      replicas: 0
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          containers:
            -   name: web
                image:  %s:1.0.0 # {"$imagepolicy": "%s:app"}
    """
        .formatted(image, namespace);
  }

  static String automation(String git) {
    return """
    apiVersion: image.toolkit.fluxcd.io/v1
    kind: ImageUpdateAutomation
    metadata: {name: app}
    spec:
      interval: 1h
      sourceRef: {kind: GitRepository, name: app}
      update:
        strategy: Setters
      git:
        checkout: {ref: {branch: main}}
        commit:
          author: {name: robot, email: robot@example.com}
          messageTemplate: >-
            {{ range $object, $changes := .Changed.Objects }}{{ $object.Kind }} {{ $object.Name }}:
            {{ range $changes }}{{ .NewValue }}{{ end }}{{ end }} to {{ .Values.cluster }}
          messageTemplateValues: {cluster: prod}
        %s
    """
        .formatted(git);
  }
}
