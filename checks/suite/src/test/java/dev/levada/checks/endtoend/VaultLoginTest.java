package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.files;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import dev.levada.testbed.exchange.Answer;
import dev.levada.testbed.exchange.Asked;
import dev.levada.testbed.exchange.ScriptedServer;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// A service account logs in to Vault with a token of the real cluster. Vault's side does what its
/// method for Kubernetes does: it has the API server review the token, for the audience that is
/// Vault's own address.
@OnCluster
final class VaultLoginTest {

  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NONCE =
      "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.UTF_8);
  private static final String WHEN = "2026-01-01T00:00:00Z";
  private static final String OPEN = "b3Blbg==";

  @Test
  void aFileIsOpenedAsTheAccountAndOnlyWhereTheListSaysSo(
      ControlPlane cluster, TestNamespace namespace) throws GeneralSecurityException {
    try (var vault = new ScriptedServer(asked -> vault(cluster, namespace, asked));
        World world =
            World.open(
                cluster,
                namespace,
                "--feature-gates=ObjectLevelWorkloadIdentity=true",
                "--sops-vault-configmap=vaults")) {
      world.apply("apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: opener}\n");
      String commit = world.repository.commit(files("app/secret.yaml", secret(vault.base())));
      world.deploy("./app", "decryption: {provider: sops, serviceAccountName: opener}");
      assertThat(world.awaitNotReady("kustomization/app", "BuildFailed"))
          .contains("that lists Vault instances does not exist", "correct --sops-vault-configmap");

      world.apply(list("https://vault.example.com"));
      request(world, "one");
      world.awaitMessage("kustomization/app", "may not log in at " + vault.base());
      assertThat(vault.asked()).isEmpty();

      world.apply(list(vault.base()));
      request(world, "two");
      world.awaitApplied(commit);
      assertThat(world.get("secret/web", "{.data.text}")).isEqualTo(OPEN);
      assertThat(world.engine().log()).doesNotContain("hvs.short");
    }
  }

  private static void request(World world, String token) {
    world.patch(
        "kustomization/app",
        "{\"metadata\":{\"annotations\":{\"reconcile.fluxcd.io/requestedAt\":\"" + token + "\"}}}");
  }

  private static String list(String address) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: vaults}
    data:
      config.yaml: |
        instances:
          - address: %s
            loginPath: auth/kubernetes/login
    """
        .formatted(address);
  }

  private static Answer vault(ControlPlane cluster, TestNamespace namespace, Asked asked) {
    Mapping body = (Mapping) Json.read(asked.body().getBytes(StandardCharsets.UTF_8));
    String own = "http://" + asked.header("host").orElseThrow();
    return switch (asked.path()) {
      case "/v1/auth/kubernetes/login" ->
          body.textAt("role").equals(namespace.name() + "_opener")
                  && reviewed(cluster, body.textAt("jwt"), own)
                      .equals("system:serviceaccount:" + namespace.name() + ":opener")
              ? Answer.json(200, "{\"auth\":{\"client_token\":\"hvs.short\"}}")
              : Answer.empty(403);
      case "/v1/sops/decrypt/first" ->
          asked.header("x-vault-token").orElse("").equals("hvs.short")
                  && body.textAt("ciphertext").equals("vault:v1:sealed")
              ? Answer.json(
                  200,
                  "{\"data\":{\"plaintext\":\"" + Base64.getEncoder().encodeToString(KEY) + "\"}}")
              : Answer.empty(403);
      default -> Answer.empty(404);
    };
  }

  private static String reviewed(ControlPlane cluster, String token, String audience) {
    String review =
        """
        {"apiVersion":"authentication.k8s.io/v1","kind":"TokenReview",
         "spec":{"token":"%s","audiences":["%s"]}}
        """
            .formatted(token, audience);
    return cluster
        .kubectlReading(review, "create", "-f", "-", "-o", "jsonpath={.status.user.username}")
        .stdout();
  }

  /// What `sops` writes for a Vault key, with a data key that the test knows.
  private static String secret(String address) throws GeneralSecurityException {
    String code =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-512")
                    .digest(("v1" + "Secret" + "web" + OPEN).getBytes(StandardCharsets.UTF_8)))
            .toUpperCase(Locale.ROOT);
    return """
    apiVersion: v1
    kind: Secret
    metadata:
      name: web
    data:
      text: %s
    sops:
      hc_vault:
        - vault_address: %s
          engine_path: sops
          key_name: first
          created_at: "%s"
          enc: vault:v1:sealed
      encrypted_regex: ^data$
      lastmodified: "%s"
      mac: %s
      version: 3.10.2
    """
        .formatted(sealed(OPEN, "data:text:"), address, WHEN, WHEN, sealed(code, WHEN));
  }

  private static String sealed(String text, String bound) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"), new GCMParameterSpec(128, NONCE));
    cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
    byte[] both = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
    var base64 = Base64.getEncoder();
    int length = both.length - 16;
    return "ENC[AES256_GCM,data:%s,iv:%s,tag:%s,type:str]"
        .formatted(
            base64.encodeToString(Arrays.copyOf(both, length)),
            base64.encodeToString(NONCE),
            base64.encodeToString(Arrays.copyOfRange(both, length, both.length)));
  }
}
