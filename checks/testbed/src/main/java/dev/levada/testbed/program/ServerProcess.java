package dev.levada.testbed.program;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/// A server that runs as a child process in a folder of its own.
///
/// @param folder its data and log
/// @param child the process
public record ServerProcess(DataFolder folder, Child child) implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  /// Starts a server and waits until it answers.
  ///
  /// @param folder its data and log; closed with it
  /// @param name what messages call it
  /// @param command the program and its arguments
  /// @param environment its whole environment
  /// @param probe what it answers once it is ready, with any status
  /// @param trusted how its certificate is trusted, where the probe is https
  public static ServerProcess start(
      DataFolder folder,
      String name,
      List<String> command,
      Map<String, String> environment,
      URI probe,
      SSLContext trusted) {
    Path log = folder.file(name + ".log");
    var server =
        new ServerProcess(folder, Child.start(name, command, folder.path(), environment, log));
    try (var client = HttpClient.newBuilder().sslContext(trusted).build()) {
      boolean reached =
          new Waiting(START_LIMIT).until(() -> !server.child.alive() || answers(client, probe));
      if (!reached || !server.child.alive()) {
        String end = LogTail.of(log);
        server.close();
        throw new TestbedFailure(
            name + " does not answer at " + probe + "; the end of its log:\n" + end + "\n",
            "Mend what the log names, then start again.");
      }
    }
    return server;
  }

  private static boolean answers(HttpClient client, URI probe) {
    try {
      var request = HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(5)).build();
      client.send(request, HttpResponse.BodyHandlers.discarding());
      return true;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      throw TestbedFailure.interrupted("Waiting for " + probe, interrupted);
    }
  }

  @Override
  public void close() {
    child.close();
    folder.close();
  }
}
