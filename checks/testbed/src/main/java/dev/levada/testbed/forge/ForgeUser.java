package dev.levada.testbed.forge;

/// A user of a test forge.
///
/// @param name the name
/// @param password the password
/// @param token an access token
public record ForgeUser(String name, String password, String token) {}
