package dev.levada.core.helm.schema;

import java.nio.charset.StandardCharsets;

/// What Helm's library says of texts that are no names of hosts, addresses of them or of mail.
final class HostNames {

  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_MAIL = 254;
  private static final int LONGEST_MAILBOX = 64;

  private static final String VERSION_6 = "IPv6:";

  private HostNames() {}

  static String name(String text) {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (bytes(name) > LONGEST) {
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
    if (label.isEmpty() || bytes(label) > LONGEST_LABEL) {
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
    return "invalid character " + KeywordText.letter(c);
  }

  static String mail(String text) {
    int at = text.lastIndexOf('@');
    if (at < 0) {
      return "missing @";
    }
    if (bytes(text) > LONGEST_MAIL) {
      return "more than 255 characters long";
    }
    String mailbox = text.substring(0, at);
    if (bytes(mailbox) > LONGEST_MAILBOX) {
      return "local part more than " + LONGEST_MAILBOX + " characters long";
    }
    boolean isQuoted = mailbox.length() > 1 && mailbox.startsWith("\"");
    String problem =
        isQuoted ? quoted(mailbox.substring(1, mailbox.length() - 1)) : mailbox(mailbox);
    return problem.isEmpty() ? domain(text.substring(at + 1)) : problem;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String quoted(String mailbox) {
    return mailbox.contains("\\") || mailbox.contains("\"")
        ? "backslash and quote are not allowed within quoted local part"
        : "";
  }

  private static String domain(String domain) {
    if (!domain.startsWith("[") || !domain.endsWith("]")) {
      return KeywordText.within("domain", name(domain));
    }
    String address = domain.substring(1, domain.length() - 1);
    return address.startsWith(VERSION_6)
        ? KeywordText.within(
            "ipv6 address", AddressTexts.version6(address.substring(VERSION_6.length())))
        : KeywordText.within("ipv4 address", AddressTexts.version4(address));
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
}
