package dev.levada.testbed.forge;

import dev.levada.testbed.program.TestbedFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Plain calls of a forge's API, to set a scene; what is tested has a client of its own.
///
/// @param base the API's address
/// @param token the caller's token
public record ForgeApi(String base, String token) {

  /// The API of a Gitea, as one user.
  static ForgeApi of(String gitea, ForgeUser user) {
    return new ForgeApi(gitea + "/api/v1", user.token());
  }

  /// Sends a request and returns the body of a good answer.
  public String post(String path, String json) {
    return send("POST", path, json);
  }

  /// As [#post], with another method.
  public String send(String method, String path, String json) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "token " + token)
            .header("Content-Type", "application/json")
            .method(
                method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new TestbedFailure(
            "%s %s%s answered %d: %s"
                .formatted(method, base, path, response.statusCode(), response.body()),
            "Mend the request.");
      }
      return response.body();
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk(base + path + " cannot be asked", broken);
    } catch (InterruptedException interrupted) {
      throw TestbedFailure.interrupted(method + " " + path, interrupted);
    }
  }
}
