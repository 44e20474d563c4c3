package dev.levada.core.sprig.path;

import dev.levada.core.gotemplate.format.Quotes;
import dev.levada.core.sprig.path.UrlEscapes.Part;
import java.util.Set;

/// The host of a URL with its port, as Go's net/url reads it.
final class UrlHost {

  private static final String ZONE = "%25";

  /// Only these have one host: others may name several with their ports.
  private static final Set<String> OF_ONE_HOST = Set.of("http", "https");

  private UrlHost() {}

  /// @param scheme the URL's, in lower case
  static String read(String scheme, String text) throws InvalidUrl {
    int open = text.lastIndexOf('[');
    if (open > 0) {
      throw new InvalidUrl("invalid IP-literal");
    }
    if (open == 0) {
      return literal(text);
    }
    int colon = OF_ONE_HOST.contains(scheme) ? text.indexOf(':') : text.lastIndexOf(':');
    if (colon >= 0) {
      refusePort(text.substring(colon));
    }
    return UrlEscapes.unescape(text, Part.HOST);
  }

  /// An IPv6 address between brackets.
  private static String literal(String text) throws InvalidUrl {
    int close = text.lastIndexOf(']');
    if (close < 0) {
      throw new InvalidUrl("missing ']' in host");
    }
    refusePort(text.substring(close + 1));
    int zone = text.indexOf(ZONE);
    String address =
        zone < 0 || zone > close
            ? UrlEscapes.unescape(text.substring(1, close), Part.HOST)
            : UrlEscapes.unescape(text.substring(1, zone), Part.HOST)
                + UrlEscapes.unescape(text.substring(zone, close), Part.ZONE);
    String problem = IpText.problem(address);
    if (!problem.isEmpty()) {
      throw new InvalidUrl("invalid host: " + problem);
    }
    if (address.indexOf(':') < 0) {
      throw new InvalidUrl("invalid IP-literal");
    }
    return "[" + address + text.substring(close);
  }

  private static void refusePort(String port) throws InvalidUrl {
    if (!isPort(port)) {
      throw new InvalidUrl("invalid port " + Quotes.quote(port) + " after host");
    }
  }

  static boolean isPort(String port) {
    return port.isEmpty()
        || (port.charAt(0) == ':' && port.substring(1).chars().allMatch(c -> c >= '0' && c <= '9'));
  }
}
