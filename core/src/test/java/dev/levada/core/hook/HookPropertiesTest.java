package dev.levada.core.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.hook.notice.Notice;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever anybody sends is accepted or refused, and no signature is of two bodies.
class HookPropertiesTest {

  private static final byte[] TOKEN = "the-token".getBytes(StandardCharsets.UTF_8);
  private static final List<String> WORDS =
      List.of(
          "events",
          "action",
          "target",
          "repository",
          "tag",
          "request",
          "host",
          "event_data",
          "data",
          "resources",
          "repo_full_name",
          "resource_url",
          "push_data",
          "repo_name",
          "docker_url",
          "updated_tags",
          "package",
          "package_type",
          "name",
          "namespace",
          "digest",
          "component",
          "format",
          "repositoryName",
          "context",
          "subject",
          "message",
          "payload");
  private static final List<String> TEXTS =
      List.of(
          "",
          "push",
          "pull",
          "/",
          "a/b",
          ":",
          "@",
          "https://",
          "host/a:b@c",
          "container",
          "docker",
          "INSERT",
          "\u0000",
          "\ud800");

  @Property(tries = 500)
  void anyPayloadIsReadOrIsNoNotification(@ForAll("payloads") Node payload) {
    if (payload instanceof Mapping mapping) {
      switch (Notice.of(mapping)) {
        case Notice.Other _ -> assertThat(mapping).isNotNull();
        case Notice.Named named ->
            assertThat(named.repositories()).allMatch(name -> !name.path().isEmpty());
      }
    }
    for (HookType type : HookType.values()) {
      assertThat(check(type, Map.of(), Json.bytes(payload))).isNotNull();
    }
  }

  @Provide
  Arbitrary<Node> payloads() {
    Arbitrary<Node> leaves =
        Arbitraries.oneOf(
            Arbitraries.of(TEXTS).map(Scalar::of),
            Arbitraries.longs().map(Scalar::of),
            Arbitraries.of(true, false).map(Scalar::of));
    return Arbitraries.recursive(() -> leaves, HookPropertiesTest::around, 0, 4);
  }

  private static Arbitrary<Node> around(Arbitrary<Node> inner) {
    Arbitrary<Node> mappings =
        Arbitraries.maps(Arbitraries.of(WORDS), inner)
            .ofMaxSize(4)
            .map(entries -> {
              var mapping = new Mapping();
              entries.forEach(mapping::put);
              return mapping;
            });
    return Arbitraries.oneOf(
        mappings, inner.list().ofMaxSize(3).map((Function<List<Node>, Node>) Sequence::new));
  }

  @Property(tries = 200)
  void anyBytesAreAcceptedOrRefused(@ForAll @Size(max = 64) byte[] body, @ForAll String header) {
    for (HookType type : HookType.values()) {
      Map<String, String> headers =
          Map.of("x-signature", header, "x-hub-signature", header, "authorization", header);
      assertThat(check(type, headers, body)).isNotNull();
    }
  }

  @Property(tries = 200)
  void aSignatureIsOfOneBodyOnly(
      @ForAll @Size(min = 1, max = 64) byte[] body, @ForAll @IntRange(max = 511) int bit)
      throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(TOKEN, "HmacSHA256"));
    Map<String, String> headers =
        Map.of("x-signature", "sha256=" + HexFormat.of().formatHex(mac.doFinal(body)));
    assertThat(check(HookType.GENERIC_HMAC, headers, body)).isInstanceOf(Checked.Accepted.class);

    body[bit / 8 % body.length] ^= (byte) (1 << bit % 8);

    assertThat(check(HookType.GENERIC_HMAC, headers, body)).isInstanceOf(Checked.Refused.class);
  }

  private static Checked check(HookType type, Map<String, String> headers, byte[] body) {
    return new HookCheck(type, List.of("push"), new SharedToken(TOKEN))
        .check(new Call(headers, body));
  }
}
