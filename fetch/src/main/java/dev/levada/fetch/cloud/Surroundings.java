package dev.levada.fetch.cloud;

import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.fetch.http.WebClient;
import dev.levada.fetch.http.WebFailure;
import dev.levada.fetch.http.WebRequest;
import dev.levada.fetch.http.WebResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a login finds around the engine.
///
/// @param client sends
/// @param environment the engine's environment variables
/// @param clock tells the time
public record Surroundings(WebClient client, Map<String, String> environment, Clock clock) {

  private static final long LONGEST_FILE = 64 * 1024;

  /// A variable; empty where it is not set.
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /// A variable, or what stands for it where it is not set.
  String variable(String name, String otherwise) {
    String value = variable(name);
    return value.isEmpty() ? otherwise : value;
  }

  /// The text of a file that holds a token.
  String file(String what, String name) {
    Path file = Path.of(name);
    try {
      if (Files.size(file) <= LONGEST_FILE) {
        return Files.readString(file).strip();
      }
      throw failed(what, "the file " + name + " is too large for a token", null);
    } catch (IOException broken) {
      throw failed(what, "the file " + name + " cannot be read: " + broken, broken);
    }
  }

  /// The answer to a request as a JSON object.
  Mapping ask(String what, WebRequest request) {
    return json(what, send(what, request));
  }

  /// The answer to a request as text.
  String text(String what, WebRequest request) {
    return send(what, request).text().strip();
  }

  private WebResponse send(String what, WebRequest request) {
    try {
      WebResponse answer = client.send(request);
      if (answer.isGood()) {
        return answer;
      }
      throw failed(
          what,
          request.uri().getHost() + " answered HTTP " + answer.status() + ": " + answer.excerpt(),
          null);
    } catch (WebFailure none) {
      throw failed(what, request.uri().getHost() + ": " + none.reason(), none);
    }
  }

  private static Mapping json(String what, WebResponse answer) {
    try {
      return Json.read(answer.body()) instanceof Mapping mapping ? mapping : new Mapping();
    } catch (MalformedManifest broken) {
      throw failed(what, "the answer is " + broken.getMessage(), null);
    }
  }

  /// A part of an answer that must be there.
  static String required(String what, String part, String name) {
    if (part.isEmpty()) {
      throw failed(what, "the answer has no " + name, null);
    }
    return part;
  }

  static FailureException failed(String what, String why, @Nullable Exception cause) {
    return new FailureException(
        new Failure.Retrying(
            Reason.AUTHENTICATION_FAILED,
            what + " failed: " + why,
            "Let the engine's service account use the registry (workload identity), or name a Secret in"
                + " spec.secretRef and set spec.provider to generic"),
        cause);
  }
}
