package dev.levada.testbed.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.shell.InvertedShellWrapper;
import org.apache.sshd.server.shell.ProcessShell;
import org.apache.sshd.server.shell.UnknownCommand;

/// A Git server over ssh: it lets one key in and runs the real `git-upload-pack` and
/// `git-receive-pack`.
public final class GitSshServer implements AutoCloseable {

  private static final Pattern COMMAND =
      Pattern.compile("git[- ](upload|receive)-pack '?/?([A-Za-z0-9._/-]+)'?");

  private final Path root;
  private final SshServer server;
  private final KeyPair hostKey;
  private final KeyPair userKey;

  private GitSshServer(Path root, KeyPair hostKey, KeyPair userKey) {
    this.root = root;
    this.hostKey = hostKey;
    this.userKey = userKey;
    this.server = SshServer.setUpDefaultServer();
  }

  /// Starts to serve the repositories below a folder, with keys of its own.
  public static GitSshServer open(Path root) {
    try {
      KeyPair hostKey = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
      KeyPair userKey = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
      var opened = new GitSshServer(root, hostKey, userKey);
      opened.start();
      return opened;
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has elliptic curves", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start() throws IOException {
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setPublickeyAuthenticator(
        (user, key, session) -> KeyUtils.compareKeys(key, userKey.getPublic()));
    server.setCommandFactory(this::command);
    server.start();
  }

  private Command command(ChannelSession channel, String line) {
    Matcher asked = COMMAND.matcher(line);
    if (!asked.matches() || asked.group(2).contains("..")) {
      return new UnknownCommand(line);
    }
    var shell =
        new ProcessShell(
            List.of("git", asked.group(1) + "-pack", root.resolve(asked.group(2)).toString()));
    return new InvertedShellWrapper(shell);
  }

  /// The URL of a repository.
  public String url(String repository) {
    return "ssh://git@127.0.0.1:" + server.getPort() + "/" + repository;
  }

  /// The private key that is let in, as OpenSSH writes it.
  public String identity() {
    try {
      var text = new ByteArrayOutputStream();
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(userKey, "test", null, text);
      return text.toString(StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("an unencrypted key needs no algorithm", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The line of `known_hosts` by which a client knows this server.
  public String knownHosts() {
    return "[127.0.0.1]:"
        + server.getPort()
        + " "
        + PublicKeyEntry.toString(hostKey.getPublic())
        + "\n";
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
