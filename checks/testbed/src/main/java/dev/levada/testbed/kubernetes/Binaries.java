package dev.levada.testbed.kubernetes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    return find(BinarySources.ofThisProcess());
  }

  static Binaries find(BinarySources sources) {
    var paths = new EnumMap<Tool, Path>(Tool.class);
    sources.assets().ifPresent(assets -> takeAssets(assets, paths, sources));
    List<Tool> others = missing(paths);
    if (!others.isEmpty()) {
      paths.putAll(cached(others, sources));
    }
    return new Binaries(paths);
  }

  private static void takeAssets(Path assets, Map<Tool, Path> paths, BinarySources sources) {
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

  private static Map<Tool, Path> cached(List<Tool> tools, BinarySources sources) {
    ToolModule module =
        sources
            .module()
            .orElseThrow(() ->
                new ControlPlaneFailure(
                    "No programs for a control plane: this process runs outside a checkout of Levada (checks/controlplane/tools/kubernetes"
                        + " is not above it), so none can be built",
                    "Run it inside the checkout, set the system property levada.root to it, or let KUBEBUILDER_ASSETS name a folder that"
                        + " holds "
                        + names(List.of(Tool.values()))
                        + "."));
    Path folder =
        sources.cacheHome().resolve(Path.of("levada", "controlplane", module.cacheName()));
    if (!present(folder).keySet().containsAll(tools)) {
      new ToolBuild(module, folder, sources).build(tools);
    }
    var paths = present(folder);
    paths.keySet().retainAll(tools);
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

  private static List<Tool> missing(Map<Tool, Path> paths) {
    var missing = new ArrayList<>(List.of(Tool.values()));
    missing.removeAll(paths.keySet());
    return missing;
  }

  private static String names(List<Tool> tools) {
    return String.join(", ", tools.stream().map(Tool::file).toList());
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
