package dev.levada.fetch.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An answer, whatever its status.
///
/// @param uri who answered, after redirects
/// @param status the HTTP status
/// @param headers the headers
/// @param body the body
@SuppressWarnings("ArrayRecordComponent")
public record WebResponse(URI uri, int status, HttpHeaders headers, byte[] body) {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final int SHOWN = 300;

  /// A header's first value; empty where it is missing.
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /// The body as text.
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /// Whether the status says that it went well.
  public boolean isGood() {
    return status / 100 == 2;
  }

  /// Whether the body is an HTML page, which no API sends.
  public boolean isPage() {
    return header("Content-Type").toLowerCase(Locale.ROOT).startsWith("text/html");
  }

  /// The body's beginning on one line, for a message.
  public String excerpt() {
    String line = text().strip().replaceAll("\\p{Cntrl}|\\s+", " ");
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }

  /// How long the server asks us to stay away.
  public Optional<Duration> retryAfter(Clock clock) {
    String value = header("Retry-After").strip();
    if (SECONDS.matcher(value).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
      Duration wait = Duration.between(clock.instant(), until);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
