package dev.levada.fetch.remote;

import java.util.Map;

/// What stands behind the number of an HTTP status in messages.
final class StatusWords {

  private static final Map<Integer, String> WORDS =
      Map.of(
          400, "Bad Request",
          401, "Unauthorized",
          403, "Forbidden",
          404, "Not Found",
          410, "Gone",
          429, "Too Many Requests",
          500, "Internal Server Error",
          502, "Bad Gateway",
          503, "Service Unavailable",
          504, "Gateway Timeout");

  private StatusWords() {}

  /// The words in brackets behind a space; nothing for a rare status.
  static String of(int code) {
    String words = WORDS.getOrDefault(code, "");
    return words.isEmpty() ? "" : " (" + words + ")";
  }
}
