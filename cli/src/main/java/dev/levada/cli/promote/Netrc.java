package dev.levada.cli.promote;

import dev.levada.fetch.Credentials;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A `.netrc`: names and passwords by host.
///
/// @param words its words
record Netrc(List<String> words) {

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Set<String> KEYS = Set.of("login", "password", "account");

  /// Reads the text; comments and macros are left out.
  static Netrc parse(String text) {
    String kept =
        text.replaceAll("(?ms)^\\s*macdef\\b.*?(\\n\\s*\\n|\\z)", "\n")
            .lines()
            .filter(line -> !line.strip().startsWith("#"))
            .collect(Collectors.joining("\n"));
    return new Netrc(SPACE.splitAsStream(kept).filter(word -> !word.isEmpty()).toList());
  }

  /// What to show a host: its own entry, else the default one.
  Optional<Credentials.Basic> find(String host) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("default")) {
        return read(i + 1);
      }
      boolean named = i + 1 < words.size() && words.get(i + 1).equalsIgnoreCase(host);
      if (word.equals("machine") && named) {
        return read(i + 2);
      }
      if (word.equals("machine") || KEYS.contains(word)) {
        i++; // what follows is a value, whatever it says
      }
    }
    return Optional.empty();
  }

  private Optional<Credentials.Basic> read(int from) {
    Map<String, String> entry = new HashMap<>();
    for (int i = from; i + 1 < words.size() && KEYS.contains(words.get(i)); i += 2) {
      entry.put(words.get(i), words.get(i + 1));
    }
    String password = entry.getOrDefault("password", "");
    return password.isEmpty()
        ? Optional.empty()
        : Optional.of(new Credentials.Basic(entry.getOrDefault("login", ""), password));
  }
}
