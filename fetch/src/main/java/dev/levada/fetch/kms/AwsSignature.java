package dev.levada.fetch.kms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// AWS Signature Version 4 for a POST to the root of a service.
final class AwsSignature {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private AwsSignature() {}

  /// The headers with those that sign them added; `host` among them is signed but not given back.
  static Map<String, String> sign(
      AwsCredentials credentials,
      String region,
      String service,
      Map<String, String> headers,
      byte[] body,
      Instant now) {
    String time = TIME.format(now);
    String scope = time.substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
    var signed = new TreeMap<>(headers);
    signed.put("x-amz-date", time);
    if (!credentials.session().isEmpty()) {
      signed.put("x-amz-security-token", credentials.session());
    }
    String names = String.join(";", signed.keySet());
    String lines =
        signed.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
            .collect(Collectors.joining());
    String request = "POST\n/\n\n" + lines + "\n" + names + "\n" + hex(sha256(body));
    String toSign =
        ALGORITHM
            + "\n"
            + time
            + "\n"
            + scope
            + "\n"
            + hex(sha256(request.getBytes(StandardCharsets.UTF_8)));
    byte[] key = ("AWS4" + credentials.secret()).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/", -1)) {
      key = mac(key, part);
    }
    signed.put(
        "Authorization",
        ALGORITHM
            + " Credential="
            + credentials.id()
            + "/"
            + scope
            + ", SignedHeaders="
            + names
            + ", Signature="
            + hex(mac(key, toSign)));
    signed.remove("host");
    return signed;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has HmacSHA256", e);
    }
  }
}
