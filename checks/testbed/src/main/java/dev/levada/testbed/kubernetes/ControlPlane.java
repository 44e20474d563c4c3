package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.DataFolder;
import dev.levada.testbed.program.TestbedFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// A running Kubernetes control plane on 127.0.0.1. It ends with [#close()], and with this process
/// at the latest, however that ends.
public final class ControlPlane implements AutoCloseable {

  private final Settings settings;
  private final DataFolder folder;
  private final CommandLines lines;
  private final Credentials credentials;
  private final Components components;
  private final ApiServer apiServer;
  private final Kubectl kubectl;
  private final Path kubectlProgram;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Thread hook = new Thread(this::end, "control plane end");

  ControlPlane(
      Settings settings,
      DataFolder folder,
      CommandLines lines,
      Credentials credentials,
      Components components,
      ApiServer apiServer) {
    this.settings = settings;
    this.folder = folder;
    this.lines = lines;
    this.credentials = credentials;
    this.components = components;
    this.apiServer = apiServer;
    var kubeconfig = writeKubeconfig("kubeconfig", Credentials.ADMIN, credentials.admin());
    this.kubectlProgram = lines.binaries().path(Tool.KUBECTL);
    this.kubectl = new Kubectl(kubectlProgram, kubeconfig, folder.path());
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// Starts a control plane and returns when it is ready: the API server answers, and, where its
  /// parts run, the node is ready and namespaces get their service account. Builds the programs
  /// first where they are not there yet (see [Binaries]).
  public static ControlPlane start(Settings settings) {
    return new Start(settings, Binaries.find()).run();
  }

  /// The API server's URL, `https://127.0.0.1:PORT`; it stays the same when the server is started
  /// again.
  public String server() {
    return lines.serverUrl();
  }

  /// The administrator's bearer token.
  public String token() {
    return credentials.admin();
  }

  /// The bearer token of a user of the settings.
  public String tokenOf(String user) {
    return credentials.of(user);
  }

  /// The PEM of the certificate authority that the API server's certificate goes back to.
  public String authority() {
    return apiServer.authority();
  }

  /// The administrator's kubeconfig.
  public Path kubeconfig() {
    return kubectl.kubeconfig();
  }

  /// The kubeconfig of a user of the settings, such as `limited`.
  public Path kubeconfigFor(String user) {
    return kubeconfigWith(user, credentials.of(user));
  }

  /// A kubeconfig with a token that came from elsewhere, for example from `kubectl create token`.
  ///
  /// @param name a name for the file, letters, digits and `-`
  public Path kubeconfigWith(String name, String token) {
    return writeKubeconfig("kubeconfig-" + name.replaceAll("[^A-Za-z0-9-]", "_"), name, token);
  }

  /// The administrator's kubeconfig for another address of the same API server.
  Path kubeconfigAt(String file, String address) {
    return folder.write(file, new Kubeconfig(address, authority(), "admin", token()).text());
  }

  private Path writeKubeconfig(String file, String user, String token) {
    return folder.write(file, new Kubeconfig(server(), authority(), user, token).text());
  }

  /// The folder with data, kubeconfigs and logs.
  public Path folder() {
    return folder.path();
  }

  /// The log of a component.
  public Path log(Tool tool) {
    return components.log(tool);
  }

  /// The file that gets a JSON line for every request, where the settings ask for it.
  public Path auditLog() {
    if (!settings.auditLog()) {
      throw new TestbedFailure(
          "The control plane in " + folder() + " writes no audit log",
          "Start it with settings.withAuditLog().");
    }
    return folder.file(CommandLines.AUDIT_LOG);
  }

  /// The process ids of what runs.
  public Map<Tool, Long> pids() {
    return components.pids();
  }

  /// Where the real kubectl is.
  public Path kubectlProgram() {
    return kubectlProgram;
  }

  /// Runs the real kubectl as the administrator and waits for its end.
  public KubectlResult kubectl(String... arguments) {
    return kubectl.run("", List.of(arguments));
  }

  /// Runs the real kubectl with a text as its standard input, for example `apply -f -`.
  public KubectlResult kubectlReading(String input, String... arguments) {
    return kubectl.run(input, List.of(arguments));
  }

  /// A fresh namespace whose service account is there already.
  public TestNamespace createNamespace() {
    return TestNamespace.create(this, apiServer.connection(), settings);
  }

  /// How many requests the API server has answered so far, by verb, resource and more: its metric
  /// `apiserver_request_total`.
  public RequestCounts requestCounts() {
    try {
      return RequestCounts.parse(apiServer.connection().get("/metrics").body());
    } catch (IOException away) {
      throw apiServer.connection().unanswered("GET /metrics", away);
    }
  }

  /// Kills the API server; etcd and the other components stay.
  public void stopApiServer() {
    apiServer.stop();
  }

  /// Starts the API server again and returns when it is ready.
  public void startApiServer() {
    apiServer.start();
  }

  /// Kills the API server and starts it again; returns when it is ready.
  public void restartApiServer() {
    stopApiServer();
    startApiServer();
  }

  /// Makes the API server hang: connections stay open and nothing is answered.
  public void pauseApiServer() {
    apiServer.signal("STOP");
  }

  /// Lets a paused API server go on.
  public void resumeApiServer() {
    apiServer.signal("CONT");
  }

  /// Ends every process; removes the folder where it is temporary. A second call does nothing.
  @Override
  public void close() {
    if (end()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private boolean end() {
    boolean first = ended.compareAndSet(false, true);
    if (first) {
      apiServer.close();
      components.close();
      folder.close();
    }
    return first;
  }
}
