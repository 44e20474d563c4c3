package dev.levada.throughput;

import dev.levada.core.kustomize.BuildOptions;
import dev.levada.core.kustomize.Kustomizer;
import dev.levada.core.manifest.YamlWriter;
import dev.levada.core.tree.MemoryTree;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Builds kustomizations from memory and writes them out, as `kustomize build` does.
@State(Scope.Benchmark)
public class KustomizeBench {

  /// Which workload.
  @Param({"TRIVIAL", "HUNDRED", "MANIFEST", "MONOREPO"})
  public Workload subject = Workload.TRIVIAL;

  private Tree tree = MemoryTree.ofTexts(Workload.TRIVIAL.files());
  private List<TreePath> folders = List.of();

  /// Where a thread is in the list of folders.
  @State(Scope.Thread)
  public static class Turn {
    private int next;
  }

  /// Lays out the files.
  @Setup
  public void layOut() {
    tree = MemoryTree.ofTexts(subject.files());
    folders = subject.folders().stream().map(TreePath::new).toList();
  }

  /// One build.
  @Benchmark
  public String build(Turn turn) {
    TreePath folder = folders.get(turn.next++ % folders.size());
    return YamlWriter.stream(Kustomizer.build(tree, folder, BuildOptions.COMMAND_LINE).manifests());
  }
}
