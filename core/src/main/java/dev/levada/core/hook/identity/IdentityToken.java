package dev.levada.core.hook.identity;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A JSON Web Token as it came in; its claims are worth nothing before its signature is checked.
///
/// @param algorithm how it says that it is signed
/// @param keyId the key that it says it is signed with; empty where it does not say
/// @param claims what it claims
/// @param signed the bytes that the signature is of
/// @param signature the signature
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record IdentityToken(
    String algorithm, String keyId, Mapping claims, byte[] signed, byte[] signature) {

  private static final String BEARER = "bearer ";

  /// Reads the header `Authorization`.
  ///
  /// @throws InvalidToken where it holds no such token
  public static IdentityToken ofAuthorization(String header) {
    boolean bearer =
        header.length() > BEARER.length()
            && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    if (!bearer) {
      throw new InvalidToken("Authorization holds no bearer token");
    }
    return parse(header.substring(BEARER.length()).strip());
  }

  private static IdentityToken parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      throw new InvalidToken("the bearer token is no JSON Web Token");
    }
    Mapping header = object(parts[0]);
    return new IdentityToken(
        header.textAt("alg"),
        header.textAt("kid"),
        object(parts[1]),
        (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
        bytes(parts[2]));
  }

  private static Mapping object(String part) {
    try {
      if (Json.read(bytes(part)) instanceof Mapping mapping) {
        return mapping;
      }
    } catch (MalformedManifest notJson) {
      throw new InvalidToken("a part of the bearer token is no JSON");
    }
    throw new InvalidToken("a part of the bearer token is no JSON object");
  }

  private static byte[] bytes(String part) {
    try {
      return Base64.getUrlDecoder().decode(part);
    } catch (IllegalArgumentException notEncoded) {
      throw new InvalidToken("a part of the bearer token is not encoded as it should be");
    }
  }

  /// Who it says has issued it.
  public String issuer() {
    return claims.textAt("iss");
  }

  /// Keeps the token out of logs.
  @Override
  public String toString() {
    return "IdentityToken[***]";
  }
}
