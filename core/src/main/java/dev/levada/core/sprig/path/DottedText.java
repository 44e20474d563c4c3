package dev.levada.core.sprig.path;

/// What Go's net/netip says of four decimals between dots.
final class DottedText {

  private static final int PARTS = 4;
  private static final int LARGEST = 255;

  private final String text;
  private int parts;
  private int digits;
  private int value;

  DottedText(String text) {
    this.text = text;
  }

  String problem() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String problem =
          switch (c) {
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> digit(c - '0');
            case '.' -> dot(i);
            default -> other(i);
          };
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return parts < PARTS - 1 ? "IPv4 address too short" : "";
  }

  private String digit(int digit) {
    if (digits == 1 && value == 0) {
      return "IPv4 field has octet with leading zero";
    }
    value = value * 10 + digit;
    digits++;
    return value > LARGEST ? "IPv4 field has value >255" : "";
  }

  private String dot(int at) {
    if (digits == 0 || at + 1 == text.length()) {
      return "IPv4 field must have at least one digit" + IpText.here(text, at);
    }
    digits = 0;
    value = 0;
    return ++parts == PARTS ? "IPv4 address too long" : "";
  }

  private String other(int at) {
    return "unexpected character" + IpText.here(text, at);
  }
}
