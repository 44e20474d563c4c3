package dev.levada.fetch.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.failure.FailureException;
import dev.levada.fetch.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "alpine, index.docker.io/library/alpine",
    "org/app, index.docker.io/org/app",
    "docker.io/alpine, index.docker.io/library/alpine",
    "ghcr.io/org/app, ghcr.io/org/app",
    "localhost:5000/x, localhost:5000/x",
    "localhost/x, localhost/x",
    "quay.io/a/b/c_d.e--f, quay.io/a/b/c_d.e--f",
  })
  void namesAreReadAsDockerDoes(String text, String canonical) {
    assertThat(ImageName.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://ghcr.io/app",
        "ghcr.io/App",
        "ghcr.io/app:1",
        "ghcr.io/a//b",
        "ghcr.io/",
        "ghcr.io/../x",
        "a b",
        "ghcr.io/x@sha256:1",
        "-x.io/app"
      })
  void otherTextsAreRefused(String text) {
    assertThatThrownBy(() -> ImageName.parse(text))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("the image '" + text + "' cannot be used");
  }

  @Test
  void referencesHaveATagADigestOrBoth() {
    String digest = "sha256:" + "a".repeat(64);

    assertThat(ImageReference.parse("ghcr.io/a/b")).hasToString("ghcr.io/a/b:latest");
    assertThat(ImageReference.parse("localhost:5000/b:1")).hasToString("localhost:5000/b:1");
    assertThat(ImageReference.parse("ghcr.io/a/b:1@" + digest))
        .hasToString("ghcr.io/a/b:1@" + digest);
    assertThat(ImageReference.parse("ghcr.io/a/b@" + digest).tag()).isEmpty();
    assertThatThrownBy(() -> ImageReference.parse("ghcr.io/a/b:"))
        .hasMessageContaining("is no tag");
    assertThatThrownBy(() -> ImageReference.parse("ghcr.io/a/b@sha256:1"))
        .hasMessageContaining("is no digest");
  }

  @Property(tries = 500)
  void anyTextIsReadOrRefused(@ForAll @StringLength(max = 80) String text) {
    try {
      assertThat(ImageReference.parse(text).name().repository()).isNotEmpty();
    } catch (FailureException refused) {
      assertThat(refused.failure().fix()).isNotEmpty();
    }
  }

  @Property(tries = 500)
  void anyChallengeIsRead(@ForAll @StringLength(max = 80) String text) {
    assertThat(Challenge.parse(List.of(text))).hasSizeLessThanOrEqualTo(80);
  }

  @Test
  void challengesMayStandInOneHeader() {
    var challenges =
        Challenge.parse(
            List.of(
                "Basic realm=\"a, b\", Bearer realm=\"https://x/t\",service=\"s\\\"q\",scope=z"));

    assertThat(challenges).extracting(Challenge::scheme).containsExactly("basic", "bearer");
    assertThat(challenges.get(0).parameter("realm")).isEqualTo("a, b");
    assertThat(challenges.get(1).parameters())
        .isEqualTo(Map.of("realm", "https://x/t", "service", "s\"q", "scope", "z"));
  }

  @Test
  void dockerConfigurationsAreReadByTheLongestMatch() {
    String auth =
        Base64.getEncoder().encodeToString("me:pass:word".getBytes(StandardCharsets.UTF_8));
    var config =
        DockerConfig.read(
            """
            {"auths": {
              "https://index.docker.io/v1/": {"auth": "%s"},
              "ghcr.io": {"username": "all", "password": "p1"},
              "ghcr.io/org": {"username": "org", "password": "p2"},
              "*.example.com": {"username": "any", "password": "p3"}
            }}
            """
                .formatted(auth)
                .getBytes(StandardCharsets.UTF_8));

    assertThat(config.credentials(ImageName.parse("alpine")))
        .isEqualTo(new Credentials.Basic("me", "pass:word"));
    assertThat(config.credentials(ImageName.parse("ghcr.io/org/app")))
        .isEqualTo(new Credentials.Basic("org", "p2"));
    assertThat(config.credentials(ImageName.parse("ghcr.io/other")))
        .isEqualTo(new Credentials.Basic("all", "p1"));
    assertThat(config.credentials(ImageName.parse("eu.example.com/x")))
        .isEqualTo(new Credentials.Basic("any", "p3"));
    assertThat(config.credentials(ImageName.parse("quay.io/x"))).isEqualTo(new Credentials.None());
    assertThat(config.toString()).doesNotContain("p1").doesNotContain(auth);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"auths\":", "{\"auths\":{\"x\":{\"auth\":\"???\"}}}"})
  void brokenDockerConfigurationsAreTold(String text) {
    assertThatThrownBy(() -> DockerConfig.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("kubectl create secret docker-registry");
  }
}
