package dev.levada.core.sprig.path;

import dev.levada.core.gotemplate.format.Quotes;

/// What Go's net/netip says of a text that is no address.
public final class IpText {

  private static final int FIELDS = 8;
  private static final int LONGEST_FIELD = 4;

  private final String text;
  private int at;
  private int fields;
  private int gap = -1;

  private IpText(String text) {
    this.text = text;
  }

  /// What is wrong with an address of either version; empty for nothing.
  public static String problem(String text) {
    String said = new IpText(text).any();
    return said.isEmpty() ? "" : "ParseAddr(" + Quotes.quote(text) + "): " + said;
  }

  private String any() {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '.' -> {
          return new DottedText(text).problem();
        }
        case ':' -> {
          return version6();
        }
        case '%' -> {
          return "missing IPv6 address";
        }
        default -> {}
      }
    }
    return "unable to parse IP";
  }

  private String version6() {
    int percent = text.indexOf('%');
    if (percent == text.length() - 1) {
      return "zone must be a non-empty string";
    }
    String address = percent < 0 ? text : text.substring(0, percent);
    if (address.startsWith("::")) {
      gap = 0;
      at = 2;
    }
    while (fields < FIELDS && at < address.length()) {
      String problem = field(address);
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return counted(address);
  }

  /// Reads a field and the colons behind it, and says what is wrong with them.
  private String field(String address) {
    int end = at;
    while (end < address.length() && isHex(address.charAt(end))) {
      end++;
      if (end - at > LONGEST_FIELD) {
        return "each group must have 4 or less digits" + here(address, at);
      }
    }
    if (end == at) {
      return "each colon-separated field must have at least one digit" + here(address, at);
    }
    if (end < address.length() && address.charAt(end) == '.') {
      return dotted(address);
    }
    fields++;
    at = end;
    return at == address.length() ? "" : colon(address);
  }

  private String colon(String address) {
    if (address.charAt(at) != ':') {
      return "unexpected character, want colon" + here(address, at);
    }
    if (at + 1 == address.length()) {
      return "colon must be followed by more characters" + here(address, at);
    }
    at++;
    if (address.charAt(at) != ':') {
      return "";
    }
    if (gap >= 0) {
      return "multiple :: in address" + here(address, at);
    }
    gap = fields;
    at++;
    return "";
  }

  private String dotted(String address) {
    if (gap < 0 && fields != FIELDS - 2) {
      return "embedded IPv4 address must replace the final 2 fields of the address"
          + here(address, at);
    }
    if (fields + 2 > FIELDS) {
      return "too many hex fields to fit an embedded IPv4 at the end of the address"
          + here(address, at);
    }
    String problem = new DottedText(address.substring(at)).problem();
    if (!problem.isEmpty()) {
      return problem;
    }
    fields += 2;
    at = address.length();
    return "";
  }

  private String counted(String address) {
    if (at < address.length()) {
      return "trailing garbage after address" + here(address, at);
    }
    if (fields < FIELDS) {
      return gap < 0 ? "address string too short" : "";
    }
    return gap < 0 ? "" : "the :: must expand to at least one field of zeros";
  }

  private static boolean isHex(char c) {
    return c < 0x80 && Character.digit(c, 16) >= 0;
  }

  static String here(String text, int at) {
    return " (at " + Quotes.quote(text.substring(at)) + ")";
  }
}
