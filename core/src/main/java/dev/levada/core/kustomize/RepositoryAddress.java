package dev.levada.core.kustomize;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A Git repository as `resources` and `components` name it (kustomize.md section 21).
///
/// @param text as written
/// @param repository what Git clones: an URL, or `user@host:path`
/// @param path the folder in it; empty for its root
/// @param ref branch, tag or commit; empty for the default branch
/// @param timeout how long fetching may take
/// @param submodules whether submodules are fetched as well
public record RepositoryAddress(
    String text, String repository, String path, String ref, Duration timeout, boolean submodules) {

  private static final Duration TIMEOUT = Duration.ofSeconds(27);
  private static final String[] SCHEMES = {"https://", "http://", "ssh://", "file://"};

  /// Reads an address; empty where the text names no repository.
  public static Optional<RepositoryAddress> parse(String text) {
    String plain = text.startsWith("git::") ? text.substring("git::".length()) : text;
    int question = plain.indexOf('?');
    String query = question < 0 ? "" : plain.substring(question + 1);
    String located = question < 0 ? plain : plain.substring(0, question);
    int host = hostLength(located);
    if (host == 0) {
      return Optional.empty();
    }
    String scheme = scheme(located);
    String prefix = scheme.isEmpty() && !isUserAtHost(located) ? "https://" : "";
    int split = split(located, host, scheme);
    if (split < 0) {
      return Optional.empty();
    }
    String repository = prefix + located.substring(0, split);
    String path = located.substring(split).replaceFirst("^/+", "").replaceFirst("/+$", "");
    Map<String, String> options = options(query);
    String ref = options.getOrDefault("ref", options.getOrDefault("version", ""));
    return Optional.of(
        new RepositoryAddress(
            text,
            repository,
            path,
            ref,
            timeout(options.getOrDefault("timeout", "")),
            !options.getOrDefault("submodules", "true").equals("false")));
  }

  private static String scheme(String text) {
    for (String scheme : SCHEMES) {
      if (text.regionMatches(true, 0, scheme, 0, scheme.length())) {
        return scheme;
      }
    }
    return "";
  }

  private static boolean isUserAtHost(String text) {
    return text.matches("[A-Za-z0-9][A-Za-z0-9_.-]*@[^/:]+[:/].*");
  }

  /// How much of the text is scheme, user and host; 0 where it names no host.
  private static int hostLength(String text) {
    String scheme = scheme(text);
    if (scheme.equals("file://")) {
      return scheme.length();
    }
    if (!scheme.isEmpty()) {
      int slash = text.indexOf('/', scheme.length());
      return slash <= scheme.length() ? 0 : slash + 1;
    }
    if (isUserAtHost(text)) {
      int at = text.indexOf('@');
      int colon = text.indexOf(':', at);
      int slash = text.indexOf('/', at);
      return 1 + (colon < 0 || (slash >= 0 && slash < colon) ? slash : colon);
    }
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    return lower.startsWith("github.com/") || lower.startsWith("github.com:")
        ? "github.com/".length()
        : 0;
  }

  /// Where the repository ends and the path in it begins; -1 where there is no repository.
  private static int split(String text, int host, String scheme) {
    int git = text.indexOf(".git", host);
    if (git > host && (git + 4 == text.length() || text.charAt(git + 4) == '/')) {
      return git + 4;
    }
    int azure = text.indexOf("_git/", host);
    if (azure >= 0) {
      return end(text, azure + "_git/".length(), 1);
    }
    int slashes = text.indexOf("//", host);
    if (slashes >= 0) {
      return slashes == host ? -1 : slashes;
    }
    return scheme.equals("file://") ? text.length() : end(text, host, 2);
  }

  /// The end of so many path segments; -1 where there are fewer.
  private static int end(String text, int from, int segments) {
    int at = from;
    for (int i = 0; i < segments; i++) {
      int slash = text.indexOf('/', at);
      int stop = slash < 0 ? text.length() : slash;
      if (stop == at || (slash < 0 && i + 1 < segments)) {
        return -1;
      }
      at = i + 1 < segments ? stop + 1 : stop;
    }
    return at;
  }

  private static Map<String, String> options(String query) {
    var options = new HashMap<String, String>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        options.putIfAbsent(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return options;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private static Duration timeout(String text) {
    try {
      return text.matches("[0-9]{1,6}")
          ? Duration.ofSeconds(Long.parseLong(text))
          : Duration.parse("PT" + text);
    } catch (DateTimeParseException unreadable) {
      return TIMEOUT;
    }
  }
}
