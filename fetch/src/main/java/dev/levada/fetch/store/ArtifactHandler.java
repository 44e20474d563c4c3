package dev.levada.fetch.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Serves the archives of a store over HTTP: GET and HEAD of files, nothing else.
public final class ArtifactHandler implements HttpHandler {

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int NO_BODY = -1;

  private final ArtifactStore store;

  /// @param store what is served
  public ArtifactHandler(ArtifactStore store) {
    this.store = store;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestMethod()) {
        case "GET" -> send(exchange, true);
        case "HEAD" -> send(exchange, false);
        default -> {
          exchange.getResponseHeaders().set("Allow", "GET, HEAD");
          exchange.sendResponseHeaders(NOT_ALLOWED, NO_BODY);
        }
      }
    }
  }

  private void send(HttpExchange exchange, boolean body) throws IOException {
    try {
      Path file = store.file(String.valueOf(exchange.getRequestURI().getPath()));
      // Opened before it is measured: an archive that is deleted meanwhile can still be sent.
      try (InputStream bytes = Files.newInputStream(file)) {
        long size = Files.size(file);
        exchange.getResponseHeaders().set("Content-Type", "application/gzip");
        if (body && size > 0) {
          exchange.sendResponseHeaders(OK, size);
          bytes.transferTo(exchange.getResponseBody());
        } else {
          exchange.getResponseHeaders().set("Content-Length", Long.toString(size));
          exchange.sendResponseHeaders(OK, NO_BODY);
        }
      }
    } catch (ArtifactStore.NotStored e) {
      exchange.sendResponseHeaders(NOT_FOUND, NO_BODY);
    }
  }
}
