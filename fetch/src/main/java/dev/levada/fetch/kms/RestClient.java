package dev.levada.fetch.kms;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Sends one request and reads the JSON of the answer. No header and no body ever stands in a
/// message.
final class RestClient {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 1024 * 1024;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// A request that brought no answer of use.
  static final class NoAnswer extends Exception {

    NoAnswer(String why) {
      super(why);
    }
  }

  /// Sends a form.
  Mapping form(URI address, Map<String, String> fields) throws NoAnswer {
    String form =
        new TreeMap<>(fields)
            .entrySet().stream()
                .map(field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    return post(
        address,
        Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
        form.getBytes(StandardCharsets.US_ASCII));
  }

  Mapping post(URI address, Map<String, String> headers, byte[] body) throws NoAnswer {
    return json(
        address, send(address, "POST", headers, HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /// Asks for a short text.
  String text(URI address, Map<String, String> headers) throws NoAnswer {
    byte[] answer = send(address, "GET", headers, HttpRequest.BodyPublishers.noBody());
    return new String(answer, StandardCharsets.UTF_8).strip();
  }

  private byte[] send(
      URI address, String method, Map<String, String> headers, HttpRequest.BodyPublisher body)
      throws NoAnswer {
    var request = HttpRequest.newBuilder(address).timeout(LONGEST).method(method, body);
    headers.forEach(request::header);
    try {
      HttpResponse<InputStream> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        return good(address, answer.statusCode(), in.readNBytes(MOST_BYTES));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer("the request to " + address.getHost() + " was interrupted");
    } catch (IOException e) {
      throw new NoAnswer(address.getHost() + " cannot be reached: " + e.getMessage());
    }
  }

  private static byte[] good(URI address, int status, byte[] body) throws NoAnswer {
    if (status / 100 != 2) {
      throw new NoAnswer(address.getHost() + " answered with HTTP status " + status);
    }
    return body;
  }

  private static Mapping json(URI address, byte[] body) throws NoAnswer {
    try {
      if (Json.read(body) instanceof Mapping mapping) {
        return mapping;
      }
    } catch (MalformedManifest e) {
      throw new NoAnswer(address.getHost() + " gave an answer that is no JSON");
    }
    throw new NoAnswer(address.getHost() + " gave an answer that is no JSON object");
  }
}
