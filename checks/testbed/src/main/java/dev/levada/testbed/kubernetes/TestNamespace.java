package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.TestbedFailure;
import dev.levada.testbed.program.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// A namespace that one test has for itself. Closing it asks the API server to delete it and does
/// not wait.
public final class TestNamespace implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final ControlPlane plane;
  private final Connection connection;
  private final String name;

  private TestNamespace(ControlPlane plane, Connection connection, String name) {
    this.plane = plane;
    this.connection = connection;
    this.name = name;
  }

  static TestNamespace create(ControlPlane plane, Connection connection, Settings settings) {
    String name = "test-" + UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
    connection.create(
        "/api/v1/namespaces",
        """
        {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "%s"}}
        """
            .formatted(name));
    if (settings.parts().contains(Settings.Part.CONTROLLER_MANAGER)) {
      awaitServiceAccount(connection, name);
    }
    return new TestNamespace(plane, connection, name);
  }

  private static void awaitServiceAccount(Connection connection, String name) {
    String path = "/api/v1/namespaces/" + name + "/serviceaccounts/default";
    if (!new Waiting(LIMIT).until(() -> connection.status(path) == 200)) {
      throw new TestbedFailure(
          "The namespace " + name + " got no service account within " + LIMIT.toSeconds() + " s",
          "Look at kube-controller-manager.log in the control plane's folder.");
    }
  }

  /// Its name.
  public String name() {
    return name;
  }

  /// Runs the real kubectl with this namespace as its default.
  public KubectlResult kubectl(String... arguments) {
    return kubectlReading("", arguments);
  }

  /// Runs the real kubectl with this namespace as its default and a text as its standard input, for
  /// example `apply -f -`.
  public KubectlResult kubectlReading(String input, String... arguments) {
    var line = new ArrayList<>(List.of("--namespace", name));
    line.addAll(List.of(arguments));
    return plane.kubectlReading(input, line.toArray(String[]::new));
  }

  @Override
  public void close() {
    connection.deleteLater("/api/v1/namespaces/" + name);
  }

  @Override
  public String toString() {
    return name;
  }
}
