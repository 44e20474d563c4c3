package dev.levada.checks.process;

import dev.levada.testbed.kubernetes.KubectlResult;

/// The cluster as kubectl sees it, in one namespace.
@FunctionalInterface
public interface Kube {

  /// Runs the real kubectl.
  ///
  /// @param input its standard input
  KubectlResult kubectl(String input, String... arguments);

  /// Brings objects in.
  default void apply(String yaml) {
    Stage.require(kubectl(yaml, "apply", "--server-side", "-f", "-"));
  }

  /// Waits until `kubectl wait` sees it.
  ///
  /// @throws AssertionError where it does not come within two minutes, with the object as it is
  default void await(String object, String what) {
    require(kubectl("", "wait", object, "--for=" + what, "--timeout=120s"), object);
  }

  /// Waits for all objects of a kind.
  default void awaitAll(String kind, String what) {
    require(kubectl("", "wait", kind, "--all", "--for=" + what, "--timeout=120s"), kind);
  }

  private void require(KubectlResult waited, String object) {
    if (!waited.succeeded()) {
      String now = kubectl("", "get", object, "-o", "yaml").stdout();
      throw new AssertionError(waited.command() + ": " + waited.stderr() + "\n" + now);
    }
  }

  /// Waits until the object's readiness says exactly so.
  default void awaitMessage(String object, String message) {
    await(object, "jsonpath={.status.conditions[?(@.type==\"Ready\")].message}=" + message);
  }
}
