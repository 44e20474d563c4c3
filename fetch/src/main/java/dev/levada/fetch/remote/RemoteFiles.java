package dev.levada.fetch.remote;

import dev.levada.core.kustomize.BuildFailed;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads single files over http and https.
final class RemoteFiles {

  /// As long as kustomize waits for a repository.
  private static final Duration LONGEST = Duration.ofSeconds(27);

  private static final int MOST_BYTES = 32 << 20;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(LONGEST)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  byte[] read(String address) {
    CompletableFuture<byte[]> body =
        client
            .sendAsync(request(address), BodyHandlers.ofInputStream())
            .thenApplyAsync(response -> body(address, response));
    try {
      return body.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BuildFailed told) {
        throw told;
      }
      throw failed(address, e.getCause() instanceof IOException cause ? cause : e);
    } catch (TimeoutException e) {
      body.cancel(true);
      throw failed(address, new HttpTimeoutException("no answer in " + LONGEST.toSeconds() + " s"));
    } catch (InterruptedException e) {
      body.cancel(true);
      Thread.currentThread().interrupt();
      throw failed(address, e);
    }
  }

  private static HttpRequest request(String address) {
    try {
      return HttpRequest.newBuilder(URI.create(address)).timeout(LONGEST).build();
    } catch (IllegalArgumentException e) {
      throw failed(address, e);
    }
  }

  private static byte[] body(String address, HttpResponse<InputStream> response) {
    try (InputStream in = response.body()) {
      if (response.statusCode() < 200 || response.statusCode() > 299) {
        throw new BuildFailed(
            "HTTP Error: status code "
                + response.statusCode()
                + StatusWords.of(response.statusCode())
                + " from '"
                + address
                + "'",
            "Correct the address");
      }
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new BuildFailed(
            "'" + address + "' is larger than the limit of " + MOST_BYTES + " bytes",
            "Keep what is needed of it in the repository");
      }
      return bytes;
    } catch (IOException e) {
      throw failed(address, e);
    }
  }

  private static BuildFailed failed(String address, Throwable cause) {
    return new BuildFailed(
        "Get \"" + address + "\": " + cause, "Correct the address, or try again later");
  }
}
