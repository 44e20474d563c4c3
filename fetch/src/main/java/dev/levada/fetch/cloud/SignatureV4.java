package dev.levada.fetch.cloud;

import dev.levada.fetch.http.WebRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs requests as AWS wants it (Signature Version 4). The text form never shows the secret.
///
/// @param keyId who signs
/// @param secret the secret key
/// @param session the session's token; empty for keys that last
/// @param region the region
/// @param service the service
record SignatureV4(String keyId, String secret, String session, String region, String service) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /// The request with the headers that prove who sends it.
  WebRequest sign(WebRequest request, Instant now) {
    String time = TIME.format(now);
    WebRequest dated = request.with("X-Amz-Date", time);
    if (!session.isEmpty()) {
      dated = dated.with("X-Amz-Security-Token", session);
    }
    var headers = new TreeMap<String, String>();
    dated
        .headers()
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value.strip()));
    headers.put("host", request.uri().getAuthority());
    String signed = String.join(";", headers.keySet());
    String scope = String.join("/", time.substring(0, 8), region, service, "aws4_request");
    String canonical = canonical(request, headers, signed);
    String content =
        String.join("\n", "AWS4-HMAC-SHA256", time, scope, hex(sha256(bytes(canonical))));
    return dated.with(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(keyId, scope, signed, hex(hmac(key(time.substring(0, 8)), content))));
  }

  private static String canonical(
      WebRequest request, TreeMap<String, String> headers, String signed) {
    String path = request.uri().getRawPath();
    String query = request.uri().getRawQuery();
    String lines =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n",
        request.method(),
        path == null || path.isEmpty() ? "/" : path,
        query == null ? "" : query,
        lines,
        signed,
        hex(sha256(request.body())));
  }

  private byte[] key(String day) {
    byte[] key = bytes("AWS4" + secret);
    for (String part : new String[] {day, region, service, "aws4_request"}) {
      key = hmac(key, part);
    }
    return key;
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has HMAC", e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return "SignatureV4[" + keyId + ", " + region + ", " + service + "]";
  }
}
