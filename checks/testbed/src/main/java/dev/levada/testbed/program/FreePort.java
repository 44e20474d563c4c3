package dev.levada.testbed.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Chooses ports on 127.0.0.1 that nobody listens on, below those that systems hand out to outgoing
/// connections: a port stays free while the server on it restarts.
public final class FreePort {

  private static final int LOWEST = 15_000;
  private static final int HIGHEST = 32_000;
  private static final int TRIES = 200;

  private FreePort() {}

  /// A port that nobody listens on.
  public static int choose() {
    for (int tried = 0; tried < TRIES; tried++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (free(port)) {
        return port;
      }
    }
    throw new TestbedFailure(
        "No free port was found on 127.0.0.1 between " + LOWEST + " and " + HIGHEST,
        "End some of the servers that listen there (`ss -ltn` lists them).");
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
