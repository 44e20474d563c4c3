package dev.levada.testbed.git;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/// The few forms of ASN.1 (DER) that a certificate is made of.
final class Der {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return tagged(0x30, parts);
  }

  static byte[] set(byte[]... parts) {
    return tagged(0x31, parts);
  }

  static byte[] integer(long value) {
    return tagged(2, BigInteger.valueOf(value).toByteArray());
  }

  static byte[] truth() {
    return tagged(1, new byte[] {(byte) 0xff});
  }

  /// @param hex the identifier's encoded bytes
  static byte[] identifier(String hex) {
    return tagged(6, HexFormat.of().parseHex(hex));
  }

  static byte[] text(String text) {
    return tagged(0x0c, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] time(Instant instant) {
    return tagged(0x18, TIME.format(instant).getBytes(StandardCharsets.US_ASCII));
  }

  static byte[] octets(byte[] bytes) {
    return tagged(4, bytes);
  }

  static byte[] bits(byte[] bytes) {
    return tagged(3, new byte[] {0}, bytes);
  }

  static byte[] tagged(int tag, byte[]... parts) {
    var content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.size() < 128) {
      out.write(content.size());
    } else {
      // DER wants the shortest form.
      out.write(content.size() < 256 ? 0x81 : 0x82);
      out.writeBytes(
          content.size() < 256 ? new byte[0] : new byte[] {(byte) (content.size() >> 8)});
      out.write(content.size());
    }
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }
}
