package dev.levada.core.kustomize.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Compares builds with the real tool: `random SEED COUNT` makes kustomizations up, `write SEED
/// DIR` keeps one of them, `folders DIR…` takes every folder below that has a kustomization file.
/// `KUSTOMIZE` names the real tool.
public final class Differential {

  private final Oracle oracle =
      new Oracle(Path.of(System.getenv().getOrDefault("KUSTOMIZE", "kustomize")));
  private final Map<String, Integer> explained = new TreeMap<>();
  private int equal;
  private int unexplained;

  private Differential() {}

  /// Runs one comparison and exits with 1 where the two differ.
  ///
  /// @param args `random SEED COUNT`, `write SEED DIR`, or `folders` and folders
  public static void main(String[] args) throws IOException, InterruptedException {
    var run = new Differential();
    if (args[0].equals("write")) {
      write(Long.parseLong(args[1]), Files.createDirectories(Path.of(args[2])));
      return;
    }
    if (args[0].equals("ours")) {
      System.out.println(
          Comparison.of(new Oracle(Path.of("/bin/true")), Path.of(args[1]), "top").ours());
      return;
    }
    if (args[0].equals("random")) {
      run.random(Long.parseLong(args[1]), Integer.parseInt(args[2]));
    } else {
      for (String folder : List.of(args).subList(1, args.length)) {
        run.folders(Path.of(folder).toRealPath());
      }
    }
    System.out.println(run.summary());
    if (run.unexplained > 0) {
      System.exit(1);
    }
  }

  private void random(long seed, int count) throws IOException, InterruptedException {
    Path root = Files.createTempDirectory("levada-differential").toRealPath();
    for (long each = seed; each < seed + count; each++) {
      empty(root);
      write(each, root);
      report("seed " + each, Comparison.of(oracle, root, "top"));
    }
    empty(root);
    Files.delete(root);
  }

  private static void write(long seed, Path root) throws IOException {
    for (var file : new RandomKustomization(seed).files().entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private void folders(Path below) throws IOException, InterruptedException {
    var found = new ArrayList<Path>();
    try (var files = Files.walk(below)) {
      files
          .filter(
              file -> file.getFileName().toString().matches("kustomization\\.ya?ml|Kustomization"))
          .map(Path::getParent)
          .distinct()
          .sorted()
          .forEach(found::add);
    }
    for (Path folder : found) {
      report(
          below.relativize(folder).toString(),
          Comparison.of(oracle, below, below.relativize(folder).toString()));
    }
  }

  private void report(String name, Comparison comparison) {
    if (comparison.isSame()) {
      equal++;
      return;
    }
    Optional<String> way = Explanation.of(comparison).map(Enum::name);
    way.ifPresentOrElse(known -> explained.merge(known, 1, Integer::sum), () -> unexplained++);
    System.out.println(
        comparison.verdict()
            + " "
            + name
            + way.map(known -> " explained (" + known + ")").orElse(" unexplained")
            + "\n"
            + comparison.difference());
  }

  private String summary() {
    int known = explained.values().stream().mapToInt(Integer::intValue).sum();
    return "%d equal, %d explained %s, %d unexplained"
        .formatted(equal, known, explained, unexplained);
  }

  private static void empty(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(root)) {
          Files.delete(file);
        }
      }
    }
  }
}
