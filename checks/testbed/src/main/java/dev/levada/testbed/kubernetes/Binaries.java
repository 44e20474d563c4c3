package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.ProgramCache;
import dev.levada.testbed.program.ProgramSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The programs of the control plane, found or built. A program comes from the folder that
/// `KUBEBUILDER_ASSETS` names where that holds etcd and kube-apiserver, else from the cache
/// `$XDG_CACHE_HOME/levada/controlplane/VERSION-KEY`, else it is built into that cache from
/// `checks/controlplane/tools/kubernetes`.
public final class Binaries {

  private final Map<Tool, Path> paths;

  private Binaries(Map<Tool, Path> paths) {
    this.paths = paths;
  }

  /// Finds every program for this process; builds what is missing (about 5 minutes, once a version)
  /// and tells so on standard error.
  public static Binaries find() {
    return find(ProgramSources.ofThisProcess());
  }

  static Binaries find(ProgramSources sources) {
    return find(List.of(Tool.values()), sources);
  }

  /// Finds some programs; builds only what of them is missing.
  static Binaries find(List<Tool> tools, ProgramSources sources) {
    var paths = new EnumMap<Tool, Path>(Tool.class);
    sources
        .variable("KUBEBUILDER_ASSETS")
        .map(Path::of)
        .ifPresent(assets -> takeAssets(assets, paths, sources));
    List<Tool> others = tools.stream().filter(tool -> !paths.containsKey(tool)).toList();
    if (!others.isEmpty()) {
      paths.putAll(cached(others, sources));
    }
    return new Binaries(paths);
  }

  private static void takeAssets(Path assets, Map<Tool, Path> paths, ProgramSources sources) {
    var found = present(assets);
    if (found.containsKey(Tool.ETCD) && found.containsKey(Tool.KUBE_APISERVER)) {
      paths.putAll(found);
      return;
    }
    sources
        .progress()
        .println(
            "KUBEBUILDER_ASSETS=%s is not used: it does not hold both etcd and kube-apiserver. Unset it, or name a folder that does."
                .formatted(assets));
  }

  private static Map<Tool, Path> cached(List<Tool> tools, ProgramSources sources) {
    List<Path> files =
        new ProgramCache(Tool.RECIPE, sources).find(tools.stream().map(Tool::program).toList());
    var paths = new EnumMap<Tool, Path>(Tool.class);
    for (int index = 0; index < tools.size(); index++) {
      paths.put(tools.get(index), files.get(index));
    }
    return paths;
  }

  /// The programs that a folder holds.
  static Map<Tool, Path> present(Path folder) {
    var found = new EnumMap<Tool, Path>(Tool.class);
    for (Tool tool : Tool.values()) {
      Path file = folder.resolve(tool.file());
      if (Files.isExecutable(file)) {
        found.put(tool, file.toAbsolutePath());
      }
    }
    return found;
  }

  /// The program's file.
  public Path path(Tool tool) {
    Path path = paths.get(tool);
    if (path == null) {
      throw new AssertionError("find() leaves no tool out: " + tool);
    }
    return path;
  }
}
