package dev.levada.cluster.access;

import java.io.InputStream;
import java.net.http.HttpResponse;

/// The server's answer to one request; closing it gives back what the request held.
///
/// @param code the HTTP status code
/// @param retryAfter the `Retry-After` header; empty where there was none
/// @param body what came
/// @param release gives back what the request held
record Answer(int code, String retryAfter, Body body, Runnable release) implements AutoCloseable {

  /// What came with an answer.
  sealed interface Body {

    /// All of it.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Whole(byte[] bytes) implements Body {}

    /// It is still coming.
    record Streamed(InputStream stream) implements Body {}
  }

  /// Reads answers whole, up to a size.
  static HttpResponse.BodyHandler<Body> whole(long limit) {
    return info -> wholeBody(limit);
  }

  /// Leaves good answers to be read as they come; all others are read whole.
  static HttpResponse.BodyHandler<Body> streamed(long limit) {
    return info ->
        info.statusCode() == 200
            ? HttpResponse.BodySubscribers.mapping(
                HttpResponse.BodySubscribers.ofInputStream(), Body.Streamed::new)
            : wholeBody(limit);
  }

  private static HttpResponse.BodySubscriber<Body> wholeBody(long limit) {
    return HttpResponse.BodySubscribers.mapping(
        HttpResponse.BodySubscribers.limiting(HttpResponse.BodySubscribers.ofByteArray(), limit),
        Body.Whole::new);
  }

  boolean isGood() {
    return code >= 200 && code < 300;
  }

  /// The whole body; empty while it is still coming.
  byte[] bytes() {
    return body instanceof Body.Whole(byte[] bytes) ? bytes : new byte[0];
  }

  @Override
  public void close() {
    release.run();
  }
}
