package dev.levada.testbed.git;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers one HTTP request through `git http-backend`, a CGI program.
final class GitBackend {

  private final Path root;

  /// @param root the folder that holds the repositories
  GitBackend(Path root) {
    this.root = root.toAbsolutePath();
  }

  /// Runs the program for a request and passes on what it answers.
  void answer(HttpExchange exchange) throws IOException {
    ProcessBuilder builder = GitProgram.prepare(root, List.of("http-backend"));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    describe(exchange, builder.environment());
    Process process = builder.start();
    try (InputStream out = new BufferedInputStream(process.getInputStream())) {
      Thread feeder = Thread.startVirtualThread(() -> feed(exchange, process));
      int status = head(out, exchange.getResponseHeaders());
      exchange.sendResponseHeaders(status, 0);
      try (OutputStream body = exchange.getResponseBody()) {
        out.transferTo(body);
      }
      feeder.interrupt();
    } finally {
      process.destroy();
    }
  }

  private void describe(HttpExchange exchange, Map<String, String> environment) {
    Headers headers = exchange.getRequestHeaders();
    environment.put("GIT_PROJECT_ROOT", root.toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    environment.put("PATH_INFO", exchange.getRequestURI().getPath());
    environment.put("REMOTE_USER", "test");
    environment.put("REMOTE_ADDR", "127.0.0.1");
    put(environment, "QUERY_STRING", exchange.getRequestURI().getRawQuery());
    put(environment, "CONTENT_TYPE", headers.getFirst("Content-Type"));
    put(environment, "CONTENT_LENGTH", headers.getFirst("Content-Length"));
    put(environment, "HTTP_CONTENT_ENCODING", headers.getFirst("Content-Encoding"));
    put(environment, "GIT_PROTOCOL", headers.getFirst("Git-Protocol"));
  }

  private static void put(Map<String, String> environment, String name, @Nullable String value) {
    Optional.ofNullable(value).ifPresent(text -> environment.put(name, text));
  }

  private static void feed(HttpExchange exchange, Process process) {
    try (OutputStream in = process.getOutputStream()) {
      exchange.getRequestBody().transferTo(in);
    } catch (IOException e) {
      // The client went away or git had read enough; the process ends and says which.
      process.destroy();
    }
  }

  private static int head(InputStream out, Headers headers) throws IOException {
    int status = 200;
    for (String line = line(out); !line.isEmpty(); line = line(out)) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      String value = line.substring(colon + 1).strip();
      if (name.equals("Status")) {
        status = Integer.parseInt(value.substring(0, 3));
      } else {
        headers.add(name, value);
      }
    }
    return status;
  }

  private static String line(InputStream out) throws IOException {
    var line = new StringBuilder();
    for (int b = out.read(); b >= 0 && b != '\n'; b = out.read()) {
      line.append((char) b);
    }
    return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        .strip();
  }
}
