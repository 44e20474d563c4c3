package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.DataFolder;
import dev.levada.testbed.program.FreePort;
import java.util.ArrayList;
import java.util.List;

/// The command line of each component.
///
/// @param binaries the programs
/// @param folder where they keep their data
/// @param ports where they listen
/// @param settings what was asked for
record CommandLines(Binaries binaries, DataFolder folder, Ports ports, Settings settings) {

  static final String TOKENS = "tokens.csv";
  static final String SIGNING_KEY = "service-account.key";
  static final String VERIFYING_KEY = "service-account.pub";
  static final String CERTIFICATES = "certificates";
  static final String AUDIT_POLICY = "audit-policy.yaml";
  static final String AUDIT_LOG = "audit.log";
  static final String STAGES = "stages.yaml";

  /// Ports on 127.0.0.1.
  ///
  /// @param etcd etcd for its clients
  /// @param etcdPeer etcd for other etcds, of which there are none
  /// @param server the API server
  record Ports(int etcd, int etcdPeer, int server) {
    static Ports choose() {
      return new Ports(FreePort.choose(), FreePort.choose(), FreePort.choose());
    }
  }

  String etcdUrl() {
    return "http://127.0.0.1:" + ports.etcd();
  }

  String serverUrl() {
    return "https://127.0.0.1:" + ports.server();
  }

  List<String> etcd() {
    String peer = "http://127.0.0.1:" + ports.etcdPeer();
    return line(
        Tool.ETCD,
        "--name=levada",
        "--data-dir=" + folder.file("etcd"),
        "--listen-client-urls=" + etcdUrl(),
        "--advertise-client-urls=" + etcdUrl(),
        "--listen-peer-urls=" + peer,
        "--initial-advertise-peer-urls=" + peer,
        "--initial-cluster=levada=" + peer,
        "--unsafe-no-fsync",
        "--log-level=error");
  }

  List<String> apiServer() {
    var line =
        line(
            Tool.KUBE_APISERVER,
            "--etcd-servers=" + etcdUrl(),
            "--secure-port=" + ports.server(),
            "--bind-address=127.0.0.1",
            "--advertise-address=127.0.0.1",
            "--cert-dir=" + folder.file(CERTIFICATES),
            "--service-account-key-file=" + folder.file(VERIFYING_KEY),
            "--service-account-signing-key-file=" + folder.file(SIGNING_KEY),
            "--service-account-issuer=https://kubernetes.default.svc",
            "--token-auth-file=" + folder.file(TOKENS),
            "--authorization-mode=RBAC",
            "--service-cluster-ip-range=10.0.0.0/16",
            "--allow-privileged",
            "--endpoint-reconciler-type=none",
            // It taints new nodes until the node lifecycle controller says otherwise, which does
            // not run here.
            "--disable-admission-plugins=TaintNodesByCondition");
    if (settings.auditLog()) {
      line.add("--audit-policy-file=" + folder.file(AUDIT_POLICY));
      line.add("--audit-log-path=" + folder.file(AUDIT_LOG));
    }
    return line;
  }

  List<String> controllerManager(String kubeconfig) {
    return line(
        Tool.KUBE_CONTROLLER_MANAGER,
        "--kubeconfig=" + kubeconfig,
        "--service-account-private-key-file=" + folder.file(SIGNING_KEY),
        "--use-service-account-credentials=true",
        "--leader-elect=false",
        "--authentication-skip-lookup",
        // The node sends no heartbeats, which would be requests that no test and no benchmark wants
        // to see; so nobody may miss them.
        "--controllers=*,-node-lifecycle-controller",
        // A benchmark measures who applies, not how slowly this one is told to follow.
        "--kube-api-qps=1000",
        "--kube-api-burst=2000",
        "--secure-port=0");
  }

  List<String> scheduler(String kubeconfig) {
    return line(
        Tool.KUBE_SCHEDULER,
        "--kubeconfig=" + kubeconfig,
        "--leader-elect=false",
        "--authentication-skip-lookup",
        "--kube-api-qps=1000",
        "--kube-api-burst=2000",
        "--secure-port=0");
  }

  List<String> kwok(String kubeconfig) {
    return line(
        Tool.KWOK,
        "--kubeconfig=" + kubeconfig,
        "--manage-all-nodes=true",
        "--node-lease-duration-seconds=0",
        "--cidr=10.64.0.0/12",
        "--config=" + folder.file(STAGES));
  }

  private List<String> line(Tool tool, String... flags) {
    var line = new ArrayList<String>();
    line.add(binaries.path(tool).toString());
    line.addAll(List.of(flags));
    return line;
  }
}
