package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.TestbedFailure;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tokens of one control plane, by user name.
///
/// @param tokens the token of each user
/// @param tokenFile the same as the API server's `--token-auth-file` has it
record Credentials(Map<String, String> tokens, String tokenFile) {

  /// The administrator's name.
  static final String ADMIN = "admin";

  /// New random tokens for the administrator and the users.
  static Credentials of(List<Settings.User> users) {
    var random = new SecureRandom();
    var tokens = new LinkedHashMap<String, String>();
    var file = new StringBuilder();
    add(new Settings.User(ADMIN, List.of("system:masters")), random, tokens, file);
    for (Settings.User user : users) {
      if (tokens.containsKey(user.name())) {
        throw new TestbedFailure(
            "The user " + user.name() + " is there twice",
            "Give each user of the settings its own name.");
      }
      add(user, random, tokens, file);
    }
    return new Credentials(Map.copyOf(tokens), file.toString());
  }

  private static void add(
      Settings.User user, SecureRandom random, Map<String, String> tokens, StringBuilder file) {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    tokens.put(user.name(), token);
    String groups = String.join(",", user.groups());
    file.append("%s,%s,%s,\"%s\"%n".formatted(token, user.name(), user.name(), groups));
  }

  String admin() {
    return of(ADMIN);
  }

  String of(String user) {
    String token = tokens.get(user);
    if (token == null) {
      throw new TestbedFailure(
          "The control plane knows no user "
              + user
              + " (it knows "
              + String.join(", ", tokens.keySet().stream().sorted().toList())
              + ")",
          "Add it to the settings with withUser before the start.");
    }
    return token;
  }
}
