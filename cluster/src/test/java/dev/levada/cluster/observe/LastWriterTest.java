package dev.levada.cluster.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.cluster.access.Types;
import org.junit.jupiter.api.Test;

class LastWriterTest {

  private static String of(String managedFields) {
    return LastWriter.of(
        Types.manifest(Types.bytes("{\"metadata\": {\"managedFields\": " + managedFields + "}}")));
  }

  @Test
  void theLatestChangeCountsAndThatOfTheStatusDoesNot() {
    assertThat(
            of(
                """
                [{"manager": "kustomize-controller", "time": "2026-05-01T10:00:00Z"},
                 {"manager": "kubectl-edit", "time": "2026-05-02T10:00:00Z"},
                 {"manager": "old", "time": "2026-04-02T10:00:00Z"},
                 {"manager": "kubelet", "time": "2026-06-01T10:00:00Z", "subresource": "status"}]
                """))
        .isEqualTo("kubectl-edit");
  }

  @Test
  void nobodyIsNamedWhereNobodyIsKnown() {
    assertThat(of("[]")).isEmpty();
    assertThat(of("null")).isEmpty();
    assertThat(of("[{\"manager\": \"timeless\"}]")).isEqualTo("timeless");
  }
}
