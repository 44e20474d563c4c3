package dev.levada.cluster.config;

/// How requests prove who sends them.
public interface Credentials {

  /// The value of the `Authorization` header; empty for none.
  String authorization();

  /// The server rejected a header: fetches a new one if that is possible.
  ///
  /// @return whether another header is there than the rejected one
  boolean renew(String rejected);
}
