package dev.levada.core.sprig.path;

import dev.levada.core.gotemplate.format.Quotes;
import dev.levada.core.gotemplate.value.GoStrings;
import java.io.ByteArrayOutputStream;
import java.util.Locale;

/// Percent-encoding of the parts of a URL.
final class UrlEscapes {

  private static final String UNRESERVED = "-_.~";

  private UrlEscapes() {}

  /// The parts that differ in what they may hold as it is.
  enum Part {
    PATH("$&+,/:;=@"),
    HOST("!$&'()*+,;=:[]<>\""),
    /// The name of an interface behind an IPv6 address.
    ZONE("!$&'()*+,;=:[]<>\""),
    USER("$&+,;="),
    FRAGMENT("$&+,/:;=?@!()*");

    private final String allowed;

    Part(String allowed) {
      this.allowed = allowed;
    }
  }

  static String escape(String text, Part part) {
    var out = new StringBuilder(text.length() + 8);
    for (byte b : GoStrings.bytes(text)) {
      char c = (char) (b & 0xff);
      if (isPlain(c, part)) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }

  private static boolean isPlain(char c, Part part) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter || UNRESERVED.indexOf(c) >= 0 || part.allowed.indexOf(c) >= 0;
  }

  static String unescape(String text, Part part) throws InvalidUrl {
    byte[] bytes = GoStrings.bytes(text);
    var out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      if (c == '%') {
        out.write(byteAt(bytes, i, part));
        i += 2;
      } else {
        if ((part == Part.HOST || part == Part.ZONE) && c < 0x80 && !isPlain(c, part)) {
          throw new InvalidUrl(
              "invalid character " + Quotes.quote(String.valueOf(c)) + " in host name");
        }
        out.write(c);
      }
    }
    return GoStrings.of(out.toByteArray());
  }

  private static int byteAt(byte[] bytes, int at, Part part) throws InvalidUrl {
    boolean whole = at + 2 < bytes.length && hex(bytes[at + 1]) >= 0 && hex(bytes[at + 2]) >= 0;
    if (!whole) {
      String shown = GoStrings.of(bytes, at, Math.min(at + 3, bytes.length));
      throw new InvalidUrl("invalid URL escape " + Quotes.quote(shown));
    }
    int value = hex(bytes[at + 1]) * 16 + hex(bytes[at + 2]);
    if (isRefused(value, part)) {
      throw new InvalidUrl("invalid URL escape " + Quotes.quote(GoStrings.of(bytes, at, at + 3)));
    }
    return value;
  }

  /// Hosts escape what is beyond ASCII, and zones what they could hold as it is.
  private static boolean isRefused(int value, Part part) {
    return switch (part) {
      case HOST -> value < 0x80 && value != '%';
      case ZONE -> value != '%' && value != ' ' && !isPlain((char) value, part);
      case PATH, USER, FRAGMENT -> false;
    };
  }

  private static int hex(byte b) {
    return b < 0 ? -1 : Character.digit((char) b, 16);
  }
}
