package dev.levada.testbed.exchange;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a scripted server answers.
///
/// @param status the HTTP status
/// @param headers further headers
/// @param body the body's bytes
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, Map<String, String> headers, byte[] body) {

  /// JSON.
  public static Answer json(int status, String text) {
    return text(status, "application/json", text);
  }

  /// An HTML page, as proxies and single-sign-on servers send it.
  public static Answer html(int status, String text) {
    return text(status, "text/html; charset=utf-8", text);
  }

  /// Any text.
  public static Answer text(int status, String type, String text) {
    return new Answer(status, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8));
  }

  /// Nothing but a status.
  public static Answer empty(int status) {
    return new Answer(status, Map.of(), new byte[0]);
  }

  /// As this, with a header more.
  public Answer with(String header, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Answer(status, all, body);
  }
}
