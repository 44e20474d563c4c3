package dev.levada.cli.promote;

import dev.levada.fetch.Credentials;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Asks the credential helpers that the user's Git is set up with. Where there is no Git on the
/// path, there are none.
///
/// @param environment the variables that Git runs with
record CredentialHelper(Map<String, String> environment) {

  private static final long LONGEST_SECONDS = 20;

  /// What the helpers know of an address.
  Optional<Credentials.Basic> find(String url) {
    try {
      return ask(url);
    } catch (IOException noGit) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Optional<Credentials.Basic> ask(String url) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("git", "credential", "fill");
    builder.environment().clear();
    builder.environment().putAll(environment);
    // A person is not asked: the answer would have to come where nobody may be.
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    builder.environment().put("GIT_ASKPASS", "true");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process git = builder.start();
    try (var question = git.outputWriter(StandardCharsets.UTF_8)) {
      question.write(question(URI.create(url)));
    }
    if (!git.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      git.destroyForcibly();
      return Optional.empty();
    }
    String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return git.exitValue() == 0 ? read(answer) : Optional.empty();
  }

  private static String question(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return "protocol="
        + address.getScheme()
        + "\nhost="
        + address.getHost()
        + port
        + "\npath="
        + String.valueOf(address.getPath()).replaceFirst("^/", "")
        + "\n\n";
  }

  private static Optional<Credentials.Basic> read(String answer) {
    var fields = new HashMap<String, String>();
    answer
        .lines()
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> fields.put(pair[0], pair[1]));
    String password = fields.getOrDefault("password", "");
    return password.isEmpty()
        ? Optional.empty()
        : Optional.of(new Credentials.Basic(fields.getOrDefault("username", ""), password));
  }
}
