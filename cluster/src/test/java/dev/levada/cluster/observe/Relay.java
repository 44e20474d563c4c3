package dev.levada.cluster.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Carries bytes between a client and a server on this machine, until a test cuts it.
final class Relay implements AutoCloseable {

  private final int target;
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  Relay(int target) throws IOException {
    this.target = target;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::admit);
  }

  /// A kubeconfig that leads through the relay.
  Path kubeconfig(Path direct, Path folder) throws IOException {
    String text = Files.readString(direct).replace(":" + target, ":" + door.getLocalPort());
    return Files.writeString(folder.resolve("kubeconfig"), text);
  }

  /// Breaks all connections and admits no new ones.
  void cut() throws IOException {
    cut = true;
    closeAll();
  }

  /// Admits connections again.
  void join() {
    cut = false;
  }

  private void admit() {
    try {
      while (true) {
        Socket client = door.accept();
        if (cut) {
          client.close();
          continue;
        }
        var server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(server);
        Thread.ofVirtual().start(() -> carry(client, server));
        Thread.ofVirtual().start(() -> carry(server, client));
      }
    } catch (IOException closed) {
      cut = true;
    }
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // Either side may go at any time: that is what the relay is for.
      return;
    }
  }

  private void closeAll() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  @Override
  public void close() {
    try {
      door.close();
      closeAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
