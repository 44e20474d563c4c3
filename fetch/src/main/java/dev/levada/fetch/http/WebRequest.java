package dev.levada.fetch.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// A request. Its text form shows neither headers nor body.
///
/// @param method the HTTP method
/// @param uri where to
/// @param headers the headers
/// @param body the body; empty for none
/// @param limit how many bytes the answer's body may have
@SuppressWarnings("ArrayRecordComponent")
public record WebRequest(
    String method, URI uri, Map<String, String> headers, byte[] body, long limit) {

  /// How large an answer may be where nothing else is said.
  public static final long STANDARD_LIMIT = 8L << 20;

  /// A request without a body.
  public static WebRequest of(String method, URI uri) {
    return new WebRequest(method, uri, Map.of(), new byte[0], STANDARD_LIMIT);
  }

  /// A `GET`.
  public static WebRequest get(URI uri) {
    return of("GET", uri);
  }

  /// As this, with a header more.
  public WebRequest with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new WebRequest(method, uri, more, body, limit);
  }

  /// As this, with a body.
  public WebRequest with(String contentType, byte[] bytes) {
    return new WebRequest(method, uri, headers, bytes, limit).with("Content-Type", contentType);
  }

  /// As this, with a body of form fields that are encoded already.
  public WebRequest withForm(String form) {
    return with("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
  }

  /// As this, with another bound of the answer.
  public WebRequest upTo(long bytes) {
    return new WebRequest(method, uri, headers, body, bytes);
  }

  @Override
  public String toString() {
    return "WebRequest["
        + method
        + " "
        + uri.getScheme()
        + "://"
        + uri.getAuthority()
        + uri.getPath()
        + "]";
  }
}
