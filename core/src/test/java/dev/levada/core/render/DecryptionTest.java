package dev.levada.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.kustomize.Remotes;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.secret.LocalKeys;
import dev.levada.core.secret.Opener;
import dev.levada.core.substitute.PostBuild;
import dev.levada.core.substitute.Substitution;
import dev.levada.core.tree.MemoryTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Where what is encrypted may stand in a source, with files that sops has made.
class DecryptionTest {

  private static final Path CASES = Path.of("src/test/resources/cases/secret");

  @Test
  void anObjectIsOpenedAfterItIsBuilt() throws IOException {
    Manifest secret =
        render(
                "a-regex-says-what-is-encrypted",
                false,
                Map.of("secret.yaml", file("a-regex-says-what-is-encrypted/in.yaml")),
                "")
            .manifests()
            .getFirst();
    assertThat(secret.root().has("sops")).isFalse();
    assertThat(secret.root().textAt("stringData", "text")).isEqualTo("two\nlines");
  }

  @Test
  void sourcesOfSecretGeneratorsAreOpenedBeforeTheBuild() throws IOException {
    var rendered =
        render(
            "dotenv",
            false,
            Map.of(
                "kustomization.yaml", "components: [part]\n",
                "part/kustomization.yaml",
                    """
                    kind: Component
                    apiVersion: kustomize.config.k8s.io/v1alpha1
                    secretGenerator:
                    - name: login
                      envs: [login.env]
                    """,
                "part/login.env", file("dotenv/in.env")),
            "");
    Manifest secret = rendered.manifests().getFirst();
    assertThat(secret.name()).startsWith("login-");
    assertThat(decoded(secret, "USER")).isEqualTo("admin");
    assertThat(rendered.warnings()).isEmpty();
  }

  @Test
  void patchFilesAreOpenedBeforeTheBuild() throws IOException {
    var rendered =
        render(
            "an-age-key",
            false,
            Map.of(
                "kustomization.yaml", "resources: [secret.yaml]\npatches: [{path: patch.yaml}]\n",
                "secret.yaml",
                    "{apiVersion: v1, kind: Secret, metadata: {name: web, namespace: shop}}",
                "patch.yaml", file("a-regex-says-what-is-encrypted/in.yaml")),
            "a-regex-says-what-is-encrypted");
    assertThat(rendered.manifests().getFirst().root().textAt("stringData", "text"))
        .isEqualTo("two\nlines");
  }

  @Test
  void encryptedValuesOfASecretAreOpened() throws IOException {
    String value = Base64.getEncoder().encodeToString(bytes("binary/in.bin"));
    var rendered =
        render(
            "binary",
            false,
            Map.of(
                "secret.yaml",
                "{apiVersion: v1, kind: Secret, metadata: {name: a}, data: {any: " + value + "}}"),
            "");
    assertThat(decoded(rendered.manifests().getFirst(), "any"))
        .isEqualTo(Files.readString(CASES.resolve("binary/out.bin")));
  }

  @Test
  void whatWasChangedIsWarnedOfOrRefused() throws IOException {
    String changed = "a-value-nobody-encrypted-was-changed";
    Map<String, String> files =
        Map.of(
            "kustomization.yaml",
            "secretGenerator: [{name: s, files: [x.yaml]}]\n",
            "x.yaml",
            file(changed + "/in.yaml"));
    assertThat(render(changed, false, files, "").warnings())
        .containsExactly(
            "the message code (MAC) of 'x.yaml' does not fit:"
                + " something in it was changed after it was encrypted");
    var failure =
        catchThrowableOfType(FailureException.class, () -> render(changed, true, files, ""));
    assertThat(failure.failure().reason()).isEqualTo(Reason.BUILD_FAILED);
    assertThat(failure).hasMessageStartingWith("failed to decrypt file 'x.yaml': the message code");
  }

  @Test
  void aSecretThatNobodyOpensIsNotSent() {
    var failure =
        catchThrowableOfType(
            FailureException.class,
            () ->
                Renderer.render(
                    MemoryTree.ofTexts(
                        Map.of("s.yaml", file("a-regex-says-what-is-encrypted/in.yaml"))),
                    RenderRequest.of("")));
    assertThat(failure)
        .hasMessageStartingWith(
            "Secret/shop/web is SOPS encrypted, configuring decryption is required");
  }

  @Test
  void anObjectThatSaysSoStaysEncrypted() throws IOException {
    String object =
        file("a-regex-says-what-is-encrypted/in.yaml")
            .replaceFirst(
                "metadata:",
                "metadata:\n    annotations: {kustomize.toolkit.fluxcd.io/decrypt: disabled}");
    Manifest secret =
        render("a-regex-says-what-is-encrypted", false, Map.of("s.yaml", object), "")
            .manifests()
            .getFirst();
    assertThat(secret.root().has("sops")).isTrue();
  }

  @Test
  void aWrongKeyNamesTheObjectAndTheRecipientAndNothingElse() throws IOException {
    Map<String, String> files = Map.of("s.yaml", file("a-regex-says-what-is-encrypted/in.yaml"));
    var failure =
        catchThrowableOfType(
            FailureException.class, () -> render("another-age-key", false, files, ""));
    assertThat(failure)
        .hasMessageStartingWith("decryption failed for 'Secret/shop/web': cannot get sops data key")
        .hasMessageContaining("age recipient age1")
        .message()
        .doesNotContain("AGE-SECRET-KEY", "two", "d29yZA");
  }

  @Test
  void variablesComeAfterOpening() throws IOException {
    var after =
        new AfterBuild(
            decryption("a-regex-says-what-is-encrypted", false),
            new PostBuild(new Substitution(Map.of("where", "elsewhere"), true), false));
    String object = file("a-regex-says-what-is-encrypted/in.yaml");
    var tree =
        MemoryTree.ofTexts(
            Map.of(
                "kustomization.yaml",
                "resources: [s.yaml]\nnamePrefix: ${where}-\n",
                "s.yaml",
                object));
    assertThat(
            Renderer.render(tree, RenderRequest.of(""), after, Remotes.REFUSED)
                .manifests()
                .getFirst()
                .name())
        .isEqualTo("elsewhere-web");
  }

  private static Rendered render(
      String keysOf, boolean strict, Map<String, String> files, String alsoKeysOf)
      throws IOException {
    var decryption = decryption(alsoKeysOf.isEmpty() ? keysOf : alsoKeysOf, strict);
    return Renderer.render(
        MemoryTree.ofTexts(files),
        RenderRequest.of(""),
        new AfterBuild(decryption, PostBuild.NONE),
        Remotes.REFUSED);
  }

  private static Decryption decryption(String keysOf, boolean strict) throws IOException {
    var keys = new HashMap<String, byte[]>();
    try (var paths = Files.list(CASES.resolve(keysOf).resolve("keys"))) {
      for (Path path : paths.toList()) {
        keys.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    return new Decryption(Optional.of(new Opener(LocalKeys.of(keys))), strict);
  }

  private static byte[] bytes(String path) throws IOException {
    return Files.readAllBytes(CASES.resolve(path));
  }

  private static String file(String path) {
    try {
      return Files.readString(CASES.resolve(path));
    } catch (IOException e) {
      throw new AssertionError(path, e);
    }
  }

  private static String decoded(Manifest secret, String key) {
    return new String(
        Base64.getDecoder().decode(secret.root().textAt("data", key)), StandardCharsets.UTF_8);
  }
}
