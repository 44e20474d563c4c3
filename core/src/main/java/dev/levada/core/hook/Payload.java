package dev.levada.core.hook;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Reads what calls carry.
final class Payload {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String FIELD = "payload=";

  private Payload() {}

  /// The JSON object of a body; nothing where it is none.
  static Optional<Mapping> object(byte[] body) {
    try {
      return Json.read(body) instanceof Mapping object ? Optional.of(object) : Optional.empty();
    } catch (MalformedManifest notJson) {
      return Optional.empty();
    }
  }

  /// The JSON object of a body, which may also be the field `payload` of a form.
  static Optional<Mapping> formOrObject(Call call) {
    return call.header("Content-Type").strip().startsWith(FORM)
        ? field(new String(call.body(), StandardCharsets.UTF_8))
        : object(call.body());
  }

  private static Optional<Mapping> field(String form) {
    for (String pair : form.split("&")) {
      if (pair.startsWith(FIELD)) {
        try {
          String json = URLDecoder.decode(pair.substring(FIELD.length()), StandardCharsets.UTF_8);
          return object(json.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /// The JSON object in a message of Pub/Sub; nothing where it is none.
  static Optional<Mapping> ofPubSub(byte[] body) {
    return object(body)
        .flatMap(message -> {
          try {
            return object(Base64.getDecoder().decode(message.textAt("message", "data")));
          } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
          }
        });
  }
}
