package dev.levada.core.helm.schema;

import dev.levada.core.gotemplate.format.Quotes;
import dev.levada.core.sprig.path.InvalidUrl;
import dev.levada.core.sprig.path.IpText;
import dev.levada.core.sprig.path.UrlParts;
import java.math.BigInteger;
import java.util.function.Function;

/// What Helm's library says of texts that are no addresses of resources or of hosts.
final class AddressTexts {

  private AddressTexts() {}

  static String absolute(String text) {
    return checked(text, parts -> parts.scheme().isEmpty() ? "relative url" : "");
  }

  static String reference(String text) {
    return text.contains("\\") ? "contains \\" : checked(text, _ -> "");
  }

  static String template(String text) {
    return checked(text, parts -> parts.opaque().isEmpty() ? segments(text) : "");
  }

  private static String segments(String text) {
    String path = text.split("[?#]", 2)[0];
    for (String part : path.split("/", -1)) {
      String problem = braces(part);
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return "";
  }

  private static String braces(String part) {
    boolean open = false;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '{' || c == '}') {
        if (open == (c == '{')) {
          return "nested curly braces";
        }
        open = !open;
      }
    }
    return open ? "no matching closing brace" : "";
  }

  private static String checked(String text, Function<UrlParts, String> then) {
    try {
      UrlParts parts = UrlParts.parse(text);
      String problem = host(parts);
      return problem.isEmpty() ? then.apply(parts) : problem;
    } catch (InvalidUrl e) {
      return e.text();
    }
  }

  private static String host(UrlParts parts) {
    String host = parts.hostname();
    if (!host.contains(":")) {
      return "";
    }
    if (!parts.host().startsWith("[")) {
      return "ipv6 address not enclosed in brackets";
    }
    String problem = version6(host);
    return problem.isEmpty() ? "" : "invalid ipv6 address: " + problem;
  }

  static String version6(String text) {
    if (!text.contains(":")) {
      return "missing colon";
    }
    String problem = IpText.problem(text);
    if (!problem.isEmpty()) {
      return problem;
    }
    return text.contains("%") ? "zone id is not a part of ipv6 address" : "";
  }

  static String version4(String text) {
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
    String parsing = "strconv.Atoi: parsing " + Quotes.quote(part);
    if (!part.matches("[+-]?[0-9]+")) {
      return parsing + ": invalid syntax";
    }
    var value = new BigInteger(part);
    if (value.bitLength() > Long.SIZE - 1) {
      return parsing + ": value out of range";
    }
    long number = value.longValue();
    return number < 0 || number > 255 ? "decimal must be between 0 and 255" : "";
  }
}
