package dev.levada.testbed.kubernetes;

/// A program of the control plane: the name of its file and the Go package that it is built from.
public enum Tool {
  KUBE_APISERVER("kube-apiserver", "k8s.io/kubernetes/cmd/kube-apiserver"),
  KUBE_CONTROLLER_MANAGER(
      "kube-controller-manager", "k8s.io/kubernetes/cmd/kube-controller-manager"),
  KUBE_SCHEDULER("kube-scheduler", "k8s.io/kubernetes/cmd/kube-scheduler"),
  KUBECTL("kubectl", "k8s.io/kubernetes/cmd/kubectl"),
  ETCD("etcd", "go.etcd.io/etcd/server/v3"),
  KWOK("kwok", "sigs.k8s.io/kwok/cmd/kwok");

  private final String file;
  private final String goPackage;

  Tool(String file, String goPackage) {
    this.file = file;
    this.goPackage = goPackage;
  }

  /// The name of the program's file.
  public String file() {
    return file;
  }

  /// The Go package, as the tool module's go.mod lists it.
  String goPackage() {
    return goPackage;
  }
}
