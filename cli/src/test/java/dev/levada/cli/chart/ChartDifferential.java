package dev.levada.cli.chart;

import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.helm.HelmFailed;
import dev.levada.core.helm.values.Warnings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;

/// Renders charts beside the real tool and prints where the two differ: `random SEED COUNT` makes
/// charts up, `write SEED DIR` keeps one of them. `HELM` names a helm 4.2.4.
public final class ChartDifferential {

  private static final String PLACE = "{in}";
  private static final Path GRAMMAR = Path.of("cli/src/test/resources/differential/charts.grammar");

  private final TemplateCall call = new TemplateCall(() -> Instant.EPOCH);
  private final String helm = System.getenv().getOrDefault("HELM", "helm");
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Grammar grammar;

  private ChartDifferential(Grammar grammar) {
    this.grammar = grammar;
  }

  /// What a tool said.
  ///
  /// @param ok whether it rendered
  /// @param out the manifests
  /// @param err warnings, and the error
  private record Said(boolean ok, String out, String err) {}

  /// Runs one comparison and exits with 1 where the two differ.
  ///
  /// @param args `random SEED COUNT` or `write SEED DIR`
  public static void main(String[] args) throws IOException, InterruptedException {
    var run = new ChartDifferential(Grammar.read(GRAMMAR));
    long seed = Long.parseLong(args[1]);
    if (args[0].equals("write")) {
      MadeUpChart chart = run.chart(seed);
      chart.write(Files.createDirectories(Path.of(args[2])));
      System.out.println(String.join("\n", chart.arguments()));
      return;
    }
    run.random(seed, Integer.parseInt(args[2]));
    System.out.println(run.counts);
    if (run.counts.keySet().stream().anyMatch(verdict -> verdict.startsWith("different"))) {
      System.exit(1);
    }
  }

  private MadeUpChart chart(long seed) {
    return MadeUpChart.of(grammar.writer(seed));
  }

  private void random(long seed, int count) throws IOException, InterruptedException {
    Path root = Files.createTempDirectory("levada-charts").toRealPath();
    for (long each = seed; each < seed + count; each++) {
      MadeUpChart chart = chart(each);
      Path folder = Files.createDirectory(root.resolve("c"));
      chart.write(folder);
      compare(each, folder, chart.arguments(), root);
      empty(folder);
    }
    empty(root);
  }

  private void compare(long seed, Path folder, List<String> arguments, Path root)
      throws IOException, InterruptedException {
    List<String> words =
        arguments.stream().map(word -> word.replace(PLACE, folder.toString())).toList();
    Said theirs = theirs(folder, words, root.resolve("err"));
    Said ours = ours(folder, words);
    if (ours.equals(theirs)) {
      counts.merge(theirs.ok() ? "same manifests" : "same errors", 1, Integer::sum);
      return;
    }
    String verdict = verdict(ours, theirs);
    counts.merge("different " + verdict, 1, Integer::sum);
    System.out.println("--- seed " + seed + ": " + verdict + " " + arguments);
    firstDifference(theirs.out(), ours.out());
    firstDifference(theirs.err(), ours.err());
  }

  private static String verdict(Said ours, Said theirs) {
    if (ours.ok() != theirs.ok()) {
      return theirs.ok() ? "refusal by us" : "refusal by helm";
    }
    if (!ours.ok()) {
      return "error";
    }
    return ours.out().equals(theirs.out()) ? "warning" : "manifests";
  }

  private static void firstDifference(String theirs, String ours) {
    List<String> left = theirs.lines().toList();
    List<String> right = ours.lines().toList();
    int at = 0;
    while (at < left.size() && at < right.size() && left.get(at).equals(right.get(at))) {
      at++;
    }
    if (at < left.size() || at < right.size() || !theirs.equals(ours)) {
      System.out.println("  helm   " + (at < left.size() ? left.get(at) : "(end)"));
      System.out.println("  levada " + (at < right.size() ? right.get(at) : "(end)"));
    }
  }

  private Said theirs(Path folder, List<String> words, Path errors)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(helm, "template"));
    command.addAll(words);
    command.add(command.contains("--name-template") ? 2 : 3, folder.toString());
    var builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().put("TZ", "UTC");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean ok = process.waitFor() == 0;
    return new Said(ok, out, steady(Files.readString(errors)));
  }

  private Said ours(Path folder, List<String> words) {
    var options = new TemplateOptions();
    new CommandLine(options)
        .setExpandAtFiles(false)
        .setOverwrittenOptionsAllowed(true)
        .parseArgs(words.toArray(String[]::new));
    var warnings = new Warnings();
    var said = new StringBuilder();
    try {
      String text = call.render(options, Optional.of(folder.toString()), warnings).text();
      warnings.lines().forEach(line -> said.append(line).append('\n'));
      String out = new String(GoStrings.bytes(text), StandardCharsets.UTF_8);
      return new Said(true, out, steady(said.toString()));
    } catch (HelmFailed e) {
      warnings.lines().forEach(line -> said.append(line).append('\n'));
      return new Said(false, "", steady(said.append(e.printed()).toString()));
    } catch (RuntimeException e) {
      return new Said(false, "", "a bug: " + e + " at " + e.getStackTrace()[0]);
    }
  }

  // Helm walks through its maps in an order of its own in each run, and warns as it goes.
  private static String steady(String said) {
    List<String> warnings =
        said.lines().filter(line -> line.startsWith("level=")).sorted().toList();
    List<String> rest = said.lines().filter(line -> !line.startsWith("level=")).toList();
    return String.join("\n", warnings) + "\n" + String.join("\n", rest);
  }

  private static void empty(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
