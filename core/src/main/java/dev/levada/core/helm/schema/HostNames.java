package dev.levada.core.helm.schema;

/// What Helm's library says of texts that are no names of hosts, addresses of them or of mail.
final class HostNames {

  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_MAILBOX = 64;

  private HostNames() {}

  static String name(String text) {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (name.length() > LONGEST) {
      return "more than " + LONGEST + " characters long";
    }
    for (String label : name.split("\\.", -1)) {
      String problem = label(label);
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return "";
  }

  private static String label(String label) {
    if (label.isEmpty() || label.length() > LONGEST_LABEL) {
      return "label must be 1 to " + LONGEST_LABEL + " characters long";
    }
    if (label.startsWith("-")) {
      return "label starts with hyphen";
    }
    if (label.endsWith("-")) {
      return "label ends with hyphen";
    }
    return label
        .codePoints()
        .filter(c -> c > 0x7F || !(Character.isLetterOrDigit(c) || c == '-'))
        .mapToObj(HostNames::invalid)
        .findFirst()
        .orElse("");
  }

  private static String invalid(int c) {
    return "invalid character " + KeywordText.quoted(Character.toString(c));
  }

  static String mail(String text) {
    int at = text.lastIndexOf('@');
    if (at < 0) {
      return "missing @";
    }
    String mailbox = text.substring(0, at);
    if (mailbox.length() > LONGEST_MAILBOX) {
      return "local part more than " + LONGEST_MAILBOX + " characters long";
    }
    String problem = mailbox(mailbox);
    if (!problem.isEmpty()) {
      return problem;
    }
    String domain = name(text.substring(at + 1));
    return domain.isEmpty() ? "" : "invalid domain: " + domain;
  }

  private static String mailbox(String mailbox) {
    if (mailbox.startsWith(".")) {
      return "starts with dot";
    }
    if (mailbox.endsWith(".")) {
      return "ends with dot";
    }
    if (mailbox.contains("..")) {
      return "consecutive dots";
    }
    return mailbox
        .codePoints()
        .filter(c ->
            c > 0x7F || !(Character.isLetterOrDigit(c) || ".!#$%&'*+-/=?^_`{|}~".indexOf(c) >= 0))
        .mapToObj(HostNames::invalid)
        .findFirst()
        .orElse("");
  }

  static String address(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return "expected four decimals";
    }
    for (String part : parts) {
      String problem = decimal(part);
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return "";
  }

  private static String decimal(String part) {
    if (part.length() > 1 && part.startsWith("0")) {
      return "leading zeros";
    }
    try {
      int value = Integer.parseInt(part);
      return value < 0 || value > 255 ? "decimal must be between 0 and 255" : "";
    } catch (NumberFormatException e) {
      return "strconv.Atoi: parsing \"" + part + "\": invalid syntax";
    }
  }
}
