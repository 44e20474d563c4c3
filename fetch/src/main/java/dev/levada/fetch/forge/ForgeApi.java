package dev.levada.fetch.forge;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Sequence;
import dev.levada.fetch.http.WebClient;
import dev.levada.fetch.http.WebFailure;
import dev.levada.fetch.http.WebRequest;
import dev.levada.fetch.http.WebResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The API of one Git host.
///
/// @param client sends
/// @param base the API's address without a slash at the end
/// @param place what messages call the repository
/// @param headers what each request carries, credentials included
/// @param clock tells the time
record ForgeApi(
    WebClient client, String base, String place, Map<String, String> headers, Clock clock) {

  Mapping get(String what, String path) {
    return mapping(send(what, WebRequest.get(uri(path))));
  }

  /// As [#get]; empty where there is nothing.
  Optional<Mapping> find(String what, String path) {
    return ForgeFailed.orNothing(() -> get(what, path));
  }

  /// The objects of a list; what is no object is left out.
  List<Mapping> list(String what, String path) {
    return items(send(what, WebRequest.get(uri(path))));
  }

  Mapping send(String what, String method, String path, Mapping body) {
    WebRequest request = WebRequest.of(method, uri(path));
    return mapping(
        send(what, body.isEmpty() ? request : request.with("application/json", Json.bytes(body))));
  }

  Mapping sendForm(String what, String path, String form) {
    return mapping(send(what, WebRequest.of("POST", uri(path)).withForm(form)));
  }

  private Node send(String what, WebRequest request) {
    var answers = new ForgeAnswers(what + " at " + place, clock);
    WebRequest full = request;
    for (var header : headers.entrySet()) {
      full = full.with(header.getKey(), header.getValue());
    }
    try {
      WebResponse answer = client.send(full);
      return answers.read(answer);
    } catch (WebFailure none) {
      throw answers.of(none);
    }
  }

  private URI uri(String path) {
    return URI.create(base + path);
  }

  static Mapping mapping(Node node) {
    return node instanceof Mapping mapping ? mapping : new Mapping();
  }

  static List<Mapping> items(Node node) {
    return node instanceof Sequence sequence
        ? sequence.items().stream()
            .filter(Mapping.class::isInstance)
            .map(Mapping.class::cast)
            .toList()
        : List.of();
  }

  /// A text as a part of a path or query.
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
