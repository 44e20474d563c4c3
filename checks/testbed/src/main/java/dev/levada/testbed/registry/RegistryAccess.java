package dev.levada.testbed.registry;

/// Whom a [Registry] lets in.
public sealed interface RegistryAccess {

  /// Everyone.
  record Open() implements RegistryAccess {}

  /// Who knows [Registry#USERNAME] and [Registry#PASSWORD].
  record Htpasswd() implements RegistryAccess {}

  /// Who has a token of a token server.
  ///
  /// @param server the server, which trusts whom it wants
  record Token(TokenServer server) implements RegistryAccess {}
}
