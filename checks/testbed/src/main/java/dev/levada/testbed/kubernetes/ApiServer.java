package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.DataFolder;
import java.nio.file.Files;
import java.util.Optional;

/// The API server, which tests stop, pause and start again at the same address.
final class ApiServer implements AutoCloseable {

  private final DataFolder folder;
  private final CommandLines lines;
  private final Components components;
  private final String token;
  private Optional<Connection> connection = Optional.empty();

  ApiServer(DataFolder folder, CommandLines lines, Components components, String token) {
    this.folder = folder;
    this.lines = lines;
    this.components = components;
    this.token = token;
  }

  /// Starts it and returns when it is ready.
  void start() {
    components.start(Tool.KUBE_APISERVER, lines.apiServer());
    components.awaitReady(
        Tool.KUBE_APISERVER,
        "the API server is ready at " + lines.serverUrl() + "/readyz",
        this::ready);
  }

  private boolean ready() {
    return Files.exists(folder.file(certificate())) && connection().status("/readyz") == 200;
  }

  /// The connection to it. Before its first start has written the certificate there is none.
  synchronized Connection connection() {
    var open = connection.orElseGet(() -> new Connection(lines.serverUrl(), token, authority()));
    connection = Optional.of(open);
    return open;
  }

  /// The PEM that clients trust.
  String authority() {
    return folder.read(certificate());
  }

  private static String certificate() {
    return CommandLines.CERTIFICATES + "/apiserver.crt";
  }

  /// Kills it.
  void stop() {
    components.kill(Tool.KUBE_APISERVER);
  }

  /// Sends it a signal.
  void signal(String signal) {
    components.signal(Tool.KUBE_APISERVER, signal);
  }

  @Override
  public synchronized void close() {
    connection.ifPresent(Connection::close);
  }
}
