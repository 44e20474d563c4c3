package dev.levada.checks.endtoend;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.http.WebSettings;
import dev.levada.fetch.oci.Descriptor;
import dev.levada.fetch.oci.ImageName;
import dev.levada.fetch.oci.OciAccess;
import dev.levada.fetch.oci.OciClient;
import dev.levada.fetch.oci.OciManifest;
import dev.levada.fetch.oci.OciRepository;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/// Pushes the smallest images that a registry takes, as CI does.
final class TinyImage {

  private TinyImage() {}

  /// Pushes an image and gives its digest.
  static String push(String name, String tag) {
    try (var client = new OciClient(Clock.systemUTC())) {
      var open = new OciAccess(new Credentials.None(), WebSettings.standard(), true);
      OciRepository repository = client.repository(ImageName.parse(name), open);
      Descriptor config = repository.push("application/vnd.oci.image.config.v1+json", bytes("{}"));
      Descriptor layer = repository.push("application/vnd.oci.image.layer.v1.tar", bytes(tag));
      var body = new Mapping();
      body.put("schemaVersion", Scalar.of(2)).put("mediaType", OciManifest.IMAGE);
      body.put("config", config.node()).put("layers", new Sequence(List.of(layer.node())));
      OciManifest manifest = OciManifest.of(OciManifest.IMAGE, body);
      repository.push(tag, manifest);
      return manifest.digest();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
