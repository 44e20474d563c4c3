package dev.levada.fetch.remote;

/// What stands behind the number of an HTTP status in messages.
final class StatusWords {

  private StatusWords() {}

  /// The words in brackets behind a space; nothing for a rare status.
  static String of(int code) {
    String words =
        switch (code) {
          case 400 -> "Bad Request";
          case 401 -> "Unauthorized";
          case 403 -> "Forbidden";
          case 404 -> "Not Found";
          case 410 -> "Gone";
          case 429 -> "Too Many Requests";
          case 500 -> "Internal Server Error";
          case 502 -> "Bad Gateway";
          case 503 -> "Service Unavailable";
          case 504 -> "Gateway Timeout";
          default -> "";
        };
    return words.isEmpty() ? "" : " (" + words + ")";
  }
}
