package dev.levada.cli.build;

import dev.levada.core.kustomize.Build;
import dev.levada.core.kustomize.BuildOptions;
import dev.levada.core.kustomize.Kustomizer;
import dev.levada.core.tree.TracedTree;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Builds folders with one set of flags.
@Command
final class KustomizationBuild {

  @Mixin private BuildFlags flags = new BuildFlags();

  @Option(names = "--trace", description = "Say what was read.")
  private boolean trace;

  /// Builds a folder.
  ///
  /// @param outside what may be used besides the folder, where the flags allow it
  /// @throws dev.levada.core.kustomize.BuildFailed where it can not be built
  /// @throws dev.levada.cli.surroundings.CommandFailure where there is no such folder
  RenderedFolder run(String directory, Outside outside) {
    BuildOptions options = flags.options(outside);
    LocalFolder folder = LocalFolder.of(directory, options.remotes());
    if (!trace) {
      return new RenderedFolder(Kustomizer.build(folder.tree(), folder.path(), options), List.of());
    }
    var traced = new TracedTree(folder.tree());
    Build build = Kustomizer.build(traced, folder.path(), options);
    return new RenderedFolder(build, reads(traced));
  }

  private static List<String> reads(TracedTree traced) {
    return traced.reads().entrySet().stream()
        .map(read -> (read.getValue().isEmpty() ? "absent " : "read ") + read.getKey())
        .toList();
  }
}
