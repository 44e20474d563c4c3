package dev.levada.testbed.registry;

import dev.levada.testbed.program.TestbedFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Builds images of one layer and pushes them to an open registry over plain http, as `docker build
/// --push` does for more than that. It shares no code with the client that is tested.
public final class ImageBuilder {

  private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
  private static final String LAYER = "application/vnd.oci.image.layer.v1.tar";
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

  private final HttpClient http;
  private final String repository;

  private ImageBuilder(HttpClient http, String repository) {
    this.http = http;
    this.repository = repository;
  }

  /// `ImageBuilder IMAGE FOLDER`: pushes an image of a folder's files, and prints its digest.
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2 || !arguments[0].contains("/")) {
      System.err.println("usage: push-image HOST/NAME:TAG FOLDER");
      System.exit(2);
    }
    System.out.println(push(arguments[0], files(Path.of(arguments[1]))));
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  /// Pushes an image whose only layer holds files, and gives its digest.
  ///
  /// @param image host, name and tag
  /// @param files path to content
  public static String push(String image, Map<String, byte[]> files) {
    int tag = image.lastIndexOf(':');
    return push(image.substring(0, tag), List.of(image.substring(tag + 1)), files);
  }

  /// The same image under many tags.
  ///
  /// @param name host and name
  public static String push(String name, List<String> tags, Map<String, byte[]> files) {
    int host = name.indexOf('/');
    String repository = "http://" + name.substring(0, host) + "/v2/" + name.substring(host + 1);
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return new ImageBuilder(http, repository).push(tags, TarLayer.of(files));
    }
  }

  private String push(List<String> tags, byte[] layer) {
    String config =
        """
        {"architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":["%s"]}}\
        """
            .formatted(digest(layer));
    String manifest =
        """
        {"schemaVersion":2,"mediaType":"%s","config":%s,"layers":[%s]}\
        """
            .formatted(
                MANIFEST,
                blob(CONFIG, config.getBytes(StandardCharsets.UTF_8)),
                blob(LAYER, layer));
    byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
    for (String tag : tags) {
      send("PUT", URI.create(repository + "/manifests/" + tag), MANIFEST, bytes);
    }
    return digest(bytes);
  }

  /// Uploads a blob and gives its descriptor.
  private String blob(String mediaType, byte[] bytes) {
    URI start = URI.create(repository + "/blobs/uploads/");
    String location =
        send("POST", start, mediaType, new byte[0]).headers().firstValue("Location").orElseThrow();
    String end = location + (location.contains("?") ? "&" : "?") + "digest=" + digest(bytes);
    send("PUT", start.resolve(end), "application/octet-stream", bytes);
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
        .formatted(mediaType, digest(bytes), bytes.length);
  }

  private HttpResponse<String> send(String method, URI uri, String type, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new TestbedFailure(
            "%s %s answered %d: %s".formatted(method, uri, answer.statusCode(), answer.body()),
            "Is it an open registry?");
      }
      return answer;
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk(uri + " cannot be asked", broken);
    } catch (InterruptedException interrupted) {
      throw TestbedFailure.interrupted(method + " " + uri, interrupted);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new AssertionError("every Java has SHA-256", missing);
    }
  }
}
