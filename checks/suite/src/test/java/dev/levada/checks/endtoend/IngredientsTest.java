package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.configMap;
import static dev.levada.checks.endtoend.World.files;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// What a Kustomization takes from ConfigMaps and Secrets, and what it asks in CEL, on a real
/// cluster.
@OnCluster
final class IngredientsTest {

  private static final Path CASES =
      Path.of(System.getProperty("levada.root"), "core/src/test/resources/cases/secret");

  private static final String POST_BUILD =
      """
      postBuild:
        substitute:
          own: inline
        substituteFrom:
          - kind: ConfigMap
            name: variables
          - kind: Secret
            name: variables
            optional: true\
      """;

  @Test
  void variablesComeFromConfigMapsAndAChangeOfALabelledOneCountsAtOnce(
      ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      String commit =
          world.repository.commit(
              files("app/one.yaml", configMap("one", "${own}-${theirs}-${other:=default}")));
      world.deploy("./app", POST_BUILD);
      assertThat(world.awaitNotReady("kustomization/app", "BuildFailed"))
          .startsWith(
              "substitute from 'ConfigMap/variables' error: configmaps \"variables\" not found");
      world.apply(variables("first"));
      world.awaitApplied(commit);
      assertThat(world.get("configmap/one", "{.data.value}")).isEqualTo("inline-first-default");
      world.apply(variables("second"));
      world.await("configmap/one", "jsonpath={.data.value}=inline-second-default", 60);
    }
  }

  private static String variables(String value) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: variables
      labels:
        reconcile.fluxcd.io/watch: Enabled
    data:
      theirs: %s
    """
        .formatted(value);
  }

  @Test
  void aVariableThatNobodySetIsReported(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      world.repository.commit(files("app/one.yaml", configMap("one", "${missing}")));
      world.deploy("./app", "postBuild:\n  substituteStrategy: Always");
      assertThat(world.awaitNotReady("kustomization/app", "BuildFailed"))
          .startsWith(
              "post build failed for 'ConfigMap.v1.[noGrp]/one': envsubst error: variable"
                  + " substitution failed: variable not set (strict mode): \"missing\"");
    }
  }

  @Test
  void anAgeEncryptedSecretReachesTheClusterOpen(ControlPlane cluster, TestNamespace namespace) {
    opens(cluster, namespace, "a-secret-for-an-age-key", "only.agekey");
  }

  @Test
  void aPgpEncryptedSecretReachesTheClusterOpen(ControlPlane cluster, TestNamespace namespace) {
    opens(cluster, namespace, "a-secret-for-a-pgp-key", "sops.asc");
  }

  private static void opens(
      ControlPlane cluster, TestNamespace namespace, String folder, String keyName) {
    try (World world = World.open(cluster, namespace)) {
      world.apply(keys(folder, keyName));
      String commit = world.repository.commit(files("app/secret.yaml", secret(folder)));
      world.deploy("./app", "decryption: {provider: sops, secretRef: {name: keys}}");
      world.awaitApplied(commit);
      assertThat(world.get("secret/web", "{.data.text}"))
          .isEqualTo(
              Base64.getEncoder().encodeToString("two\nlines".getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void theEnginesOwnKeysOpenWhatNamesNoSecret(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace, "--sops-age-secret=keys")) {
      world.repository.commit(files("app/secret.yaml", secret("a-secret-for-an-age-key")));
      world.deploy("./app", "decryption: {provider: sops}");
      assertThat(world.awaitNotReady("kustomization/app", "BuildFailed"))
          .contains(
              "Secret '" + namespace.name() + "/keys': secrets \"keys\" not found",
              "correct --sops-age-secret");
      world.apply(keys("a-secret-for-an-age-key", "only.agekey"));
      world.await("kustomization/app", "condition=Ready", 60);
      assertThat(world.get("secret/web", "{.data.text}")).isNotEmpty();
    }
  }

  @Test
  void aWrongKeyIsReportedWithoutAnythingSecret(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      world.apply(keys("another-age-key", "other.agekey"));
      world.repository.commit(files("app/secret.yaml", secret("a-secret-for-an-age-key")));
      world.deploy("./app", "decryption: {provider: sops, secretRef: {name: keys}}");
      String message = world.awaitNotReady("kustomization/app", "BuildFailed");
      assertThat(message)
          .startsWith("decryption failed for 'Secret/" + namespace.name() + "/web': cannot get")
          .contains("age recipient age1")
          .doesNotContain("AGE-SECRET-KEY", "two\nlines");
      assertThat(world.engine().log()).doesNotContain("AGE-SECRET-KEY", "two\nlines");
      world.assertGone("secret/web");
      assertThat(namespace.kubectl("get", "events", "-o", "yaml").stdout())
          .doesNotContain("AGE-SECRET-KEY");
    }
  }

  @Test
  void aServiceAccountIsAskedForItsRoleWhereAKeyIsWithAws(
      ControlPlane cluster, TestNamespace namespace) {
    try (World world =
        World.open(cluster, namespace, "--feature-gates=ObjectLevelWorkloadIdentity=true")) {
      world.apply("apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: opener}\n");
      world.repository.commit(
          files(
              "app/secret.yaml",
              """
              apiVersion: v1
              kind: Secret
              metadata: {name: web}
              data: {text: "ENC[AES256_GCM,data:AAAA,iv:AAAA,tag:AAAA,type:str]"}
              sops:
                kms: [{arn: "arn:aws:kms:eu-west-1:1:key/2", enc: c2VhbGVk, created_at: "2026-01-01T00:00:00Z"}]
                lastmodified: "2026-01-01T00:00:00Z"
                mac: "ENC[AES256_GCM,data:AAAA,iv:AAAA,tag:AAAA,type:str]"
                version: 3.10.2
              """));
      world.deploy("./app", "decryption: {provider: sops, serviceAccountName: opener}");
      assertThat(world.awaitNotReady("kustomization/app", "BuildFailed"))
          .contains(
              "ServiceAccount %s/opener has no annotation eks.amazonaws.com/role-arn"
                  .formatted(namespace.name()));
    }
  }

  @Test
  void aServiceAccountForDecryptionTakesItsGate(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      world.repository.commit(files("app/one.yaml", configMap("one", "x")));
      world.deploy("./app", "decryption: {provider: sops, serviceAccountName: opener}");
      assertThat(world.awaitNotReady("kustomization/app", "FeatureGateDisabled"))
          .contains("ObjectLevelWorkloadIdentity");
      world.await("kustomization/app", "condition=Stalled", 30);
    }
  }

  @Test
  void healthIsJudgedInTheUsersWords(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      String commit = world.repository.commit(files("app/one.yaml", configMap("one", "x")));
      world.deploy(
          "./app",
          "wait: true",
          "timeout: 30s",
          """
          healthCheckExprs:
            - apiVersion: v1
              kind: ConfigMap
              inProgress: "!has(data.done)"
              current: "data.done == 'yes'"
              failed: "data.done == 'never'\"\
          """);
      world.await(
          "kustomization/app", "jsonpath={.status.lastAttemptedRevision}=main@sha1:" + commit, 60);
      world.await(
          "kustomization/app",
          "jsonpath={.status.conditions[?(@.type==\"Ready\")].status}=Unknown",
          60);
      namespace.kubectl(
          "patch", "configmap", "one", "--type=merge", "-p", "{\"data\":{\"done\":\"yes\"}}");
      world.awaitApplied(commit);
    }
  }

  @Test
  void anExpressionThatIsNoneStalls(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      world.repository.commit(files("app/one.yaml", configMap("one", "x")));
      world.deploy(
          "./app", "healthCheckExprs: [{apiVersion: v1, kind: ConfigMap, current: 'data.'}]");
      assertThat(world.awaitNotReady("kustomization/app", "InvalidCELExpression"))
          .startsWith("failed to create custom status evaluator for healthchecks[0]: ");
      world.await("kustomization/app", "condition=Stalled", 60);
    }
  }

  @Test
  void aDependencyIsReadyWhenTheDependantSaysSo(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      String commit = world.repository.commit(files("app/one.yaml", configMap("one", "x")));
      world.deploy(
          "./app",
          "dependsOn: [{name: base, readyExpr: \"dep.metadata.labels['stage'] == 'done'\"}]");
      world.awaitNotReady("kustomization/app", "DependencyNotReady");
      world.apply(base("waiting"));
      world.await(
          "kustomization/app",
          "jsonpath={.status.conditions[?(@.type==\"Ready\")].message}=dependency '"
              + namespace.name()
              + "/base' is not ready according to readyExpr eval",
          60);
      world.apply(base("done"));
      world.awaitApplied(commit);
    }
  }

  private static String base(String stage) {
    return """
    apiVersion: kustomize.toolkit.fluxcd.io/v1
    kind: Kustomization
    metadata:
      name: base
      labels:
        stage: %s
    spec:
      interval: 1h
      prune: true
      path: ./none
      sourceRef:
        kind: GitRepository
        name: app
    """
        .formatted(stage);
  }

  private static String keys(String folder, String name) {
    try (var files = Files.list(CASES.resolve(folder).resolve("keys"))) {
      byte[] key = Files.readAllBytes(files.findFirst().orElseThrow());
      return """
      apiVersion: v1
      kind: Secret
      metadata:
        name: keys
      data:
        %s: %s
      """
          .formatted(name, Base64.getEncoder().encodeToString(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String secret(String folder) {
    try {
      return Files.readString(CASES.resolve(folder).resolve("in.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
