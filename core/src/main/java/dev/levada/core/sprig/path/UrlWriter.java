package dev.levada.core.sprig.path;

import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.Types;
import dev.levada.core.sprig.path.UrlEscapes.Part;

/// `urlJoin`: a URL put together from its parts.
final class UrlWriter {

  private UrlWriter() {}

  static String join(GoMap table) {
    String scheme = part(table, "scheme");
    String host = part(table, "host");
    String path = part(table, "path");
    String query = part(table, "query");
    String opaque = part(table, "opaque");
    String fragment = part(table, "fragment");
    String user = userinfo(part(table, "userinfo"), host);
    var out = new StringBuilder(scheme.isEmpty() ? "" : scheme + ":");
    if (opaque.isEmpty()) {
      hierarchy(out, user, host, path, !scheme.isEmpty());
    } else {
      out.append(opaque);
    }
    if (!query.isEmpty()) {
      out.append('?').append(query);
    }
    if (!fragment.isEmpty()) {
      out.append('#').append(UrlEscapes.escape(fragment, Part.FRAGMENT));
    }
    return out.toString();
  }

  private static void hierarchy(
      StringBuilder out, String user, String host, String path, boolean hasScheme) {
    String escaped = path.equals("*") ? path : UrlEscapes.escape(path, Part.PATH);
    authority(out, user, host, hasScheme && !path.isEmpty());
    boolean relative = !escaped.isEmpty() && !escaped.startsWith("/");
    if (relative && !host.isEmpty()) {
      out.append('/');
    }
    if (out.isEmpty() && escaped.split("/", 2)[0].indexOf(':') >= 0) {
      out.append("./");
    }
    out.append(escaped);
  }

  private static void authority(StringBuilder out, String user, String host, boolean always) {
    if (always || !host.isEmpty() || !user.isEmpty()) {
      out.append("//");
    }
    if (!user.isEmpty()) {
      out.append(user).append('@');
    }
    out.append(UrlEscapes.escape(host, Part.HOST));
  }

  private static String userinfo(String user, String host) {
    if (user.isEmpty()) {
      return "";
    }
    try {
      return UrlParts.parse("proto://" + user + "@" + host).userinfo();
    } catch (InvalidUrl e) {
      throw new FunctionFailed("unable to parse userinfo in dict: " + e.text());
    }
  }

  private static String part(GoMap table, String key) {
    if (!table.has(key)) {
      return "";
    }
    if (table.get(key) instanceof String text) {
      return text;
    }
    throw new FunctionFailed(
        "unable to parse "
            + key
            + " key, must be of type string, but "
            + Types.name(table.get(key))
            + " found");
  }
}
