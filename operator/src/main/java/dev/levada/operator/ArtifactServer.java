package dev.levada.operator;

import com.sun.net.httpserver.HttpServer;
import dev.levada.fetch.store.ArtifactHandler;
import dev.levada.fetch.store.ArtifactStore;
import dev.levada.operator.telemetry.ListenAddress;
import java.io.IOException;
import java.util.concurrent.Executors;

/// Serves artifacts over HTTP to whoever else builds from our sources (flux-api §2.10).
final class ArtifactServer implements AutoCloseable {

  private final HttpServer server;

  ArtifactServer(String address, ArtifactStore store) throws IOException {
    this.server = HttpServer.create(ListenAddress.of(address), 0);
    server.createContext("/", new ArtifactHandler(store));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
