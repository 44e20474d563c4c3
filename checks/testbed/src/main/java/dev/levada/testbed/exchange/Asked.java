package dev.levada.testbed.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request that a scripted server received.
///
/// @param method the HTTP method
/// @param path path and query, as sent
/// @param headers every header, by its name in lower case
/// @param body the body as text
public record Asked(String method, String path, Map<String, List<String>> headers, String body) {

  /// A header's first value.
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()).stream()
        .findFirst();
  }

  /// Method and path.
  public String line() {
    return method + " " + path;
  }
}
