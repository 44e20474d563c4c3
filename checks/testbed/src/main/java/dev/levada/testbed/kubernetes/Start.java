package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.DataFolder;
import dev.levada.testbed.program.TestbedFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;

/// Starts a control plane, step by step.
///
/// @param settings what was asked for
/// @param binaries the programs
record Start(Settings settings, Binaries binaries) {

  private static final String AUDIT_POLICY =
      """
      apiVersion: audit.k8s.io/v1
      kind: Policy
      omitStages: [RequestReceived]
      rules:
      - level: Metadata
      """;

  ControlPlane run() {
    DataFolder folder =
        settings
            .folder()
            .map(chosen -> DataFolder.open(chosen, "control plane"))
            .orElseGet(() -> DataFolder.temporary("control plane"));
    var components = new Components(folder, settings.startLimit());
    boolean started = false;
    try {
      ControlPlane plane = run(folder, components);
      started = true;
      return plane;
    } finally {
      if (!started) {
        components.close();
        folder.release();
      }
    }
  }

  private ControlPlane run(DataFolder folder, Components components) {
    var credentials = Credentials.of(settings.users());
    writeFiles(folder, credentials);
    var lines = new CommandLines(binaries, folder, CommandLines.Ports.choose(), settings);
    startEtcd(components, lines);
    var server = new ApiServer(folder, lines, components, credentials.admin());
    server.start();
    var plane = new ControlPlane(settings, folder, lines, credentials, components, server);
    new Parts(settings, lines, components, server.connection(), plane.kubeconfig()).start();
    return plane;
  }

  private void writeFiles(DataFolder folder, Credentials credentials) {
    folder.write(CommandLines.TOKENS, credentials.tokenFile());
    folder.write(CommandLines.AUDIT_POLICY, AUDIT_POLICY);
    folder.write(CommandLines.STAGES, stages());
    if (!Files.exists(folder.file(CommandLines.SIGNING_KEY))) {
      var key = ServiceAccountKey.create();
      folder.write(CommandLines.VERIFYING_KEY, key.publicPem());
      folder.write(CommandLines.SIGNING_KEY, key.privatePem());
    }
  }

  private static String stages() {
    try (InputStream file = Start.class.getResourceAsStream(CommandLines.STAGES)) {
      if (file == null) {
        throw new AssertionError("stages.yaml stands beside this class");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk("stages.yaml cannot be read from the class path", broken);
    }
  }

  private static void startEtcd(Components components, CommandLines lines) {
    components.start(Tool.ETCD, lines.etcd());
    try (var client = HttpClient.newHttpClient()) {
      var health =
          HttpRequest.newBuilder(URI.create(lines.etcdUrl() + "/health"))
              .timeout(Duration.ofSeconds(5))
              .build();
      components.awaitReady(
          Tool.ETCD,
          "etcd answers at " + health.uri(),
          () -> {
            try {
              return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException notYet) {
              return false;
            } catch (InterruptedException interrupted) {
              throw TestbedFailure.interrupted("Waiting for etcd", interrupted);
            }
          });
    }
  }
}
