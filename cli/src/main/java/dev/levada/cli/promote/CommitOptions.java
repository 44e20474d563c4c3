package dev.levada.cli.promote;

import dev.levada.cli.surroundings.ClusterOptions;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.fetch.git.GitWrite;
import dev.levada.fetch.signing.CommitSigner;
import dev.levada.fetch.signing.OpenPgpSigner;
import dev.levada.fetch.signing.SshSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The options that say how the commit is made and where it goes.
final class CommitOptions {

  private static final String PASSPHRASE = "LEVADA_SIGNING_PASSPHRASE";

  @Spec(Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = {"-b", "--branch"},
      paramLabel = "BRANCH",
      defaultValue = "main",
      description = "The branch that is edited, and the base of a pull request (default: main).")
  private String branch = "main";

  @Option(
      names = "--message",
      paramLabel = "TEXT",
      description = "The commit's message (default: Update NAME to TAG).")
  private String message = "";

  @Option(
      names = "--author",
      paramLabel = "NAME <EMAIL>",
      defaultValue = "Levada <levada@localhost>",
      description = "Who makes the commit (default: Levada <levada@localhost>).")
  private String author = "";

  @Option(
      names = "--signing-key",
      paramLabel = "FILE",
      description = {
        "Sign the commit with this private key, of OpenPGP (armoured) or SSH.",
        "What opens it is taken from " + PASSPHRASE + "."
      })
  private @Nullable Path signingKey;

  @Option(
      names = "--netrc",
      paramLabel = "FILE",
      description = "Names and passwords by host; else NETRC, else ~/.netrc.")
  private @Nullable Path netrc;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "5m",
      converter = ClusterOptions.DurationReader.class,
      description = "How long the command may take (default: 5m).")
  private Duration timeout = Duration.ofMinutes(5);

  String branch() {
    return branch;
  }

  String message(String usual) {
    return message.isEmpty() ? usual : message;
  }

  Duration timeout() {
    return timeout;
  }

  GitWrite.GitAuthor author() {
    int open = author.indexOf('<');
    int close = author.indexOf('>');
    if (open <= 0 || close <= open + 1) {
      throw new ParameterException(
          command.commandLine(), "--author: '" + author + "' is not NAME <EMAIL>");
    }
    return new GitWrite.GitAuthor(
        author.substring(0, open).strip(), author.substring(open + 1, close).strip());
  }

  Optional<CommitSigner> signer(Map<String, String> environment, Clock clock) {
    return Optional.ofNullable(signingKey)
        .map(file -> signer(read(file), environment.getOrDefault(PASSPHRASE, ""), clock));
  }

  private static CommitSigner signer(byte[] key, String passphrase, Clock clock) {
    boolean openPgp = new String(key, StandardCharsets.UTF_8).contains("BEGIN PGP");
    return openPgp ? OpenPgpSigner.of(key, passphrase, clock) : SshSigner.of(key, passphrase);
  }

  Keys keys(Map<String, String> environment) {
    Path usual =
        Path.of(
            environment.getOrDefault(
                "NETRC", Path.of(System.getProperty("user.home"), ".netrc").toString()));
    Path file = netrc == null ? usual : netrc;
    boolean asked = netrc != null || Files.isReadable(usual);
    return new Keys(
        environment,
        Netrc.parse(asked ? new String(read(file), StandardCharsets.UTF_8) : ""),
        new CredentialHelper(environment));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CommandFailure(
          file + " cannot be read (" + e.getClass().getSimpleName() + ")",
          "Name a file that is there and that you may read.",
          e);
    }
  }
}
