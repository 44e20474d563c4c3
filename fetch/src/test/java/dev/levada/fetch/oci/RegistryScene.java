package dev.levada.fetch.oci;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.http.WebSettings;
import dev.levada.testbed.registry.Registry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// What tests put into a registry and how they reach it.
final class RegistryScene {

  static final Credentials PUSHER = new Credentials.Basic(Registry.USERNAME, Registry.PASSWORD);

  private RegistryScene() {}

  static OciAccess plain(Credentials credentials) {
    return new OciAccess(credentials, WebSettings.standard(), true);
  }

  /// Pushes a tiny image and returns its manifest.
  static OciManifest pushImage(OciRepository repository, String tag, String content) {
    byte[] layer = content.getBytes(StandardCharsets.UTF_8);
    Descriptor config =
        repository.push(
            "application/vnd.oci.image.config.v1+json", "{}".getBytes(StandardCharsets.UTF_8));
    Descriptor pushed = repository.push("application/vnd.oci.image.layer.v1.tar", layer);
    var body = new Mapping();
    body.put("schemaVersion", Scalar.of(2)).put("mediaType", OciManifest.IMAGE);
    body.put("config", config.node()).put("layers", new Sequence(List.of(pushed.node())));
    OciManifest manifest = OciManifest.of(OciManifest.IMAGE, body);
    repository.push(tag, manifest);
    return manifest;
  }

  /// Gives many tags to one manifest, several at a time.
  static void pushTags(OciRepository repository, List<String> tags, OciManifest manifest)
      throws InterruptedException {
    var places = new Semaphore(8);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> pushes =
          tags.stream()
              .<Callable<String>>map(tag ->
                  () -> {
                    places.acquire();
                    try {
                      repository.push(tag, manifest);
                      return tag;
                    } finally {
                      places.release();
                    }
                  })
              .toList();
      threads.invokeAll(pushes).forEach(Future::resultNow);
    }
  }
}
