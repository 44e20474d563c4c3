package dev.levada.testbed.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Chooses ports on 127.0.0.1 that nobody listens on, below those that systems hand out to outgoing
/// connections: a port stays free while the server on it restarts, and none is chosen twice.
public final class FreePort {

  private static final int LOWEST = 15_000;
  private static final int HIGHEST = 32_000;
  private static final int TRIES = 200;
  private static final Set<Integer> CHOSEN = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  /// A port that nobody listens on. Whoever was given one before may not listen yet, so it is
  /// another at each call.
  public static int choose() {
    for (int tried = 0; tried < TRIES; tried++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (CHOSEN.add(port) && free(port)) {
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
