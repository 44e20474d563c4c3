package dev.levada.testbed.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithRegistry
class ImageBuilderTest {

  private static final Pattern LAYER =
      Pattern.compile("\"layers\":\\[\\{[^}]*\"digest\":\"(sha256:[0-9a-f]{64})\"");

  @TempDir private Path folder;

  private static HttpRequest get(Registry registry, String path) {
    return HttpRequest.newBuilder(URI.create(registry.base() + "/v2/shop/web/" + path))
        .header("Accept", "application/vnd.oci.image.manifest.v1+json")
        .build();
  }

  @Test
  void theRegistryHasTheImageAndTarReadsItsLayer(Registry registry) throws Exception {
    String long600 = "x".repeat(600);
    String digest =
        ImageBuilder.push(
            registry.host() + "/shop/web",
            List.of("1.0.0", "latest"),
            Map.of("public/index.html", bytes(long600), "empty", bytes("")));

    try (var client = HttpClient.newHttpClient()) {
      var manifest = client.send(get(registry, "manifests/latest"), BodyHandlers.ofString());
      assertThat(manifest.headers().firstValue("Docker-Content-Digest")).hasValue(digest);
      var layer = LAYER.matcher(manifest.body());
      assertThat(layer.find()).isTrue();
      Path tar = folder.resolve("layer.tar");
      client.send(get(registry, "blobs/" + layer.group(1)), BodyHandlers.ofFile(tar));
      assertThat(tar("-tf")).isEqualTo("empty\npublic/index.html\n");
      assertThat(tar("-xOf")).isEqualTo(long600);
    }
  }

  private String tar(String how) throws Exception {
    Process tar =
        new ProcessBuilder("tar", how, folder.resolve("layer.tar").toString())
            .redirectErrorStream(true)
            .start();
    return new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
