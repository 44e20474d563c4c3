package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.TestbedFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Plain requests to the API server as its administrator, for what the control plane itself must
/// know and do.
final class Connection implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final String server;
  private final String token;
  private final HttpClient client;

  Connection(String server, String token, String authority) {
    this.server = server;
    this.token = token;
    this.client =
        HttpClient.newBuilder().sslContext(trusting(authority)).connectTimeout(LIMIT).build();
  }

  static SSLContext trusting(String authority) {
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      var pem = new ByteArrayInputStream(authority.getBytes(StandardCharsets.UTF_8));
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("authority-" + number++, each);
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException broken) {
      throw new TestbedFailure(
          "The API server's certificate cannot be read: " + broken,
          "Start the control plane in a new folder.",
          broken);
    }
  }

  /// The answer to a request without a body.
  HttpResponse<String> get(String path) throws IOException {
    return send(request(path).GET().build());
  }

  /// The status of the answer to a GET; 0 where the server does not answer.
  int status(String path) {
    try {
      return get(path).statusCode();
    } catch (IOException away) {
      return 0;
    }
  }

  /// Creates an object; one that is there already is left as it is.
  void create(String path, String json) {
    try {
      var body = BodyPublishers.ofString(json);
      var request = request(path).header("Content-Type", "application/json").POST(body).build();
      HttpResponse<String> answer = send(request);
      if (answer.statusCode() != 201 && answer.statusCode() != 409) {
        throw new TestbedFailure(
            "POST " + path + " was answered " + answer.statusCode() + ": " + answer.body(),
            "Look at kube-apiserver.log in the control plane's folder.");
      }
    } catch (IOException away) {
      throw unanswered("POST " + path, away);
    }
  }

  /// Asks to delete an object and does not wait for the answer.
  void deleteLater(String path) {
    var _ = client.sendAsync(request(path).DELETE().build(), BodyHandlers.discarding());
  }

  /// The failure of a request that got no answer.
  TestbedFailure unanswered(String request, IOException cause) {
    return new TestbedFailure(
        request + " to " + server + " got no answer: " + cause,
        "Look at kube-apiserver.log in the control plane's folder; a test that stopped the server must start it again.",
        cause);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server + path))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException interrupted) {
      throw TestbedFailure.interrupted("Waiting for " + request.uri(), interrupted);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
