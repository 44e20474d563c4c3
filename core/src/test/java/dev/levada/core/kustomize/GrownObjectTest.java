package dev.levada.core.kustomize;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.tree.MemoryTree;
import dev.levada.core.tree.TreePath;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrownObjectTest {

  @Test
  void anObjectThatCopiesItselfOverAndOverIsRefused() {
    String copies =
        "    - {op: copy, from: /data, path: /data/x}\n    - {op: copy, from: /data, path: /data/y}\n";
    var tree =
        MemoryTree.ofTexts(
            Map.of(
                "kustomization.yaml",
                "resources: [a.yaml]\npatches:\n- target: {kind: ConfigMap}\n  patch: |\n"
                    + copies.repeat(40),
                "a.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: b}\n"));

    assertThatThrownBy(() -> Kustomizer.build(tree, TreePath.ROOT, BuildOptions.COMMAND_LINE))
        .isInstanceOf(BuildFailed.class)
        .hasMessageContaining("an object grew beyond");
  }
}
