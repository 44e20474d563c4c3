package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.GoProgram;
import dev.levada.testbed.program.Recipe;
import java.util.List;

/// A program of the control plane: the name of its file and the Go package that it is built from.
public enum Tool {
  KUBE_APISERVER("kube-apiserver", "k8s.io/kubernetes/cmd/kube-apiserver"),
  KUBE_CONTROLLER_MANAGER(
      "kube-controller-manager", "k8s.io/kubernetes/cmd/kube-controller-manager"),
  KUBE_SCHEDULER("kube-scheduler", "k8s.io/kubernetes/cmd/kube-scheduler"),
  KUBECTL("kubectl", "k8s.io/kubernetes/cmd/kubectl"),
  ETCD("etcd", "go.etcd.io/etcd/server/v3"),
  KWOK("kwok", "sigs.k8s.io/kwok/cmd/kwok");

  /// How all of them are built. Without the version the API server calls itself v0.0.0, and clients
  /// refuse it.
  static final Recipe RECIPE =
      new Recipe(
          "kubernetes",
          "Kubernetes",
          "k8s.io/kubernetes",
          "controlplane",
          "about 5 minutes",
          List.of(),
          false,
          "-s -w -X k8s.io/component-base/version.gitVersion={version}"
              + " -X k8s.io/component-base/version.gitMajor={major}"
              + " -X k8s.io/component-base/version.gitMinor={minor}",
          ", or let KUBEBUILDER_ASSETS name a folder that holds the programs");

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

  /// How Go builds it.
  GoProgram program() {
    return new GoProgram(file, goPackage);
  }
}
