package dev.levada.testbed.git;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Whom a {@link GitHttpServer} lets in.
public sealed interface Access {

  /// Everyone.
  record Open() implements Access {}

  /// Who knows a name and a password.
  ///
  /// @param username the name
  /// @param password the password
  record Basic(String username, String password) implements Access {}

  /// Who has a token.
  ///
  /// @param token the token
  record Bearer(String token) implements Access {}

  /// The `Authorization` header that is let in; empty where none is needed.
  default String header() {
    return switch (this) {
      case Open _ -> "";
      case Basic(String username, String password) ->
          "Basic "
              + Base64.getEncoder()
                  .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
      case Bearer(String token) -> "Bearer " + token;
    };
  }
}
