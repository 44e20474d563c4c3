package dev.levada.core.sprig.path;

import dev.levada.core.gotemplate.format.Quotes;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.sprig.path.UrlEscapes.Part;

/// A URL taken apart as Go's net/url does it.
///
/// @param scheme in lower case
/// @param opaque what follows the scheme where no slash does
/// @param userinfo encoded, as it is written before `@`
/// @param host with its port
/// @param path decoded
/// @param query as written
/// @param fragment decoded
public record UrlParts(
    String scheme,
    String opaque,
    String userinfo,
    String host,
    String path,
    String query,
    String fragment) {

  static GoMap table(String text) {
    try {
      return parse(text).table();
    } catch (InvalidUrl e) {
      throw new FunctionFailed("unable to parse url: " + e.text());
    }
  }

  private GoMap table() {
    GoMap table = GoMap.create();
    table.put("scheme", scheme);
    table.put("host", host);
    table.put("hostname", hostname());
    table.put("path", path);
    table.put("query", query);
    table.put("opaque", opaque);
    table.put("fragment", fragment);
    table.put("userinfo", userinfo);
    return table;
  }

  /// The host without its port and brackets.
  public String hostname() {
    if (host.startsWith("[")) {
      int close = host.indexOf(']');
      return close > 0 ? host.substring(1, close) : host;
    }
    int colon = host.lastIndexOf(':');
    return colon >= 0 && UrlHost.isPort(host.substring(colon)) ? host.substring(0, colon) : host;
  }

  /// A text taken apart.
  ///
  /// @throws InvalidUrl where the text is no URL
  public static UrlParts parse(String text) throws InvalidUrl {
    int hash = text.indexOf('#');
    String main = hash < 0 ? text : text.substring(0, hash);
    UrlParts parts = parseMain(main);
    if (hash < 0) {
      return parts;
    }
    String fragment = wrapped(text, text.substring(hash + 1), Part.FRAGMENT);
    return new UrlParts(
        parts.scheme, parts.opaque, parts.userinfo, parts.host, parts.path, parts.query, fragment);
  }

  private static String wrapped(String whole, String part, Part kind) throws InvalidUrl {
    try {
      return UrlEscapes.unescape(part, kind);
    } catch (InvalidUrl e) {
      throw in(whole, e.text());
    }
  }

  private static InvalidUrl in(String text, String message) {
    return new InvalidUrl("parse " + Quotes.quote(text) + ": " + message);
  }

  private static UrlParts parseMain(String text) throws InvalidUrl {
    try {
      if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
        throw new InvalidUrl("net/url: invalid control character in URL");
      }
      return parseUnwrapped(text);
    } catch (InvalidUrl e) {
      throw in(text, e.text());
    }
  }

  private static UrlParts parseUnwrapped(String text) throws InvalidUrl {
    if (text.equals("*")) {
      return new UrlParts("", "", "", "", "*", "", "");
    }
    String scheme = scheme(text);
    String rest = scheme.isEmpty() ? text : text.substring(scheme.length() + 1);
    String lower = scheme.toLowerCase(java.util.Locale.ROOT);
    int mark = rest.indexOf('?');
    String query = mark < 0 ? "" : rest.substring(mark + 1);
    String before = mark < 0 ? rest : rest.substring(0, mark);
    if (!before.startsWith("/")) {
      if (!scheme.isEmpty()) {
        return new UrlParts(lower, before, "", "", "", query, "");
      }
      refuseColon(before);
    }
    return hierarchical(lower, before, query);
  }

  private static UrlParts hierarchical(String scheme, String rest, String query) throws InvalidUrl {
    boolean hasAuthority = rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"));
    if (!hasAuthority) {
      return new UrlParts(scheme, "", "", "", UrlEscapes.unescape(rest, Part.PATH), query, "");
    }
    int slash = rest.indexOf('/', 2);
    String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
    int at = authority.lastIndexOf('@');
    String host = UrlHost.read(scheme, authority.substring(at + 1));
    String user = at < 0 ? "" : userinfo(authority.substring(0, at));
    String path = UrlEscapes.unescape(slash < 0 ? "" : rest.substring(slash), Part.PATH);
    return new UrlParts(scheme, "", user, host, path, query, "");
  }

  private static void refuseColon(String rest) throws InvalidUrl {
    int slash = rest.indexOf('/');
    String first = slash < 0 ? rest : rest.substring(0, slash);
    if (first.indexOf(':') >= 0) {
      throw new InvalidUrl("first path segment in URL cannot contain colon");
    }
  }

  private static String scheme(String text) throws InvalidUrl {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (c == ':') {
        if (i == 0) {
          throw new InvalidUrl("missing protocol scheme");
        }
        return text.substring(0, i);
      }
      if (!letter && (i == 0 || "0123456789+-.".indexOf(c) < 0)) {
        return "";
      }
    }
    return "";
  }

  static String userinfo(String text) throws InvalidUrl {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c > 0x7f || !Character.isLetterOrDigit(c)) && "-._:~!$&'()*+,;=%@".indexOf(c) < 0) {
        throw new InvalidUrl("net/url: invalid userinfo");
      }
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      return UrlEscapes.escape(UrlEscapes.unescape(text, Part.USER), Part.USER);
    }
    return UrlEscapes.escape(UrlEscapes.unescape(text.substring(0, colon), Part.USER), Part.USER)
        + ":"
        + UrlEscapes.escape(UrlEscapes.unescape(text.substring(colon + 1), Part.USER), Part.USER);
  }
}
