package dev.levada.core.helm.chart;

import java.util.ArrayList;
import java.util.List;

/// Which files of a chart's folder do not belong to the chart: the lines of `.helmignore`, the
/// first that applies decides, and then dot files right in `templates/`.
final class HelmIgnore {

  private final List<Rule> rules;

  private HelmIgnore(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  private record Rule(ShellGlob glob, boolean onBase, boolean onlyFolders, boolean keeps) {

    /// Whether this rule says that a path is ignored. A rule with `!` ignores what it does not
    /// match.
    boolean ignores(String path, boolean folder) {
      if (onlyFolders && !folder) {
        return keeps;
      }
      return matches(path) != keeps;
    }

    private boolean matches(String path) {
      try {
        return glob.matches(onBase ? path.substring(path.lastIndexOf('/') + 1) : path);
      } catch (ShellGlob.Malformed e) {
        throw new AssertionError("checked when it was read", e);
      }
    }
  }

  /// @param text the content of `.helmignore`, empty where there is none
  /// @throws ChartInvalid where a line is malformed
  static HelmIgnore read(String text) {
    var rules = new ArrayList<Rule>();
    for (String line : text.split("\n", -1)) {
      String pattern = line.strip();
      if (!pattern.isEmpty() && !pattern.startsWith("#")) {
        rules.add(rule(pattern));
      }
    }
    rules.add(rule("templates/.?*"));
    return new HelmIgnore(rules);
  }

  private static Rule rule(String written) {
    if (written.contains("**")) {
      throw new ChartInvalid(
          "double-star (**) syntax is not supported",
          "Write the line '" + written + "' of .helmignore without '**'.");
    }
    boolean keeps = written.startsWith("!");
    String pattern = keeps ? written.substring(1) : written;
    boolean onlyFolders = pattern.endsWith("/");
    if (onlyFolders) {
      pattern = pattern.substring(0, pattern.length() - 1);
    }
    boolean onBase = !pattern.contains("/");
    var glob = new ShellGlob(pattern.startsWith("/") ? pattern.substring(1) : pattern);
    try {
      glob.check();
    } catch (ShellGlob.Malformed e) {
      throw new ChartInvalid(
          "syntax error in pattern",
          "Correct the line '" + written + "' of .helmignore: a class such as [a-z] must close.");
    }
    return new Rule(glob, onBase, onlyFolders, keeps);
  }

  /// @param path the path from the chart's folder
  boolean ignores(String path, boolean folder) {
    return rules.stream().anyMatch(rule -> rule.ignores(path, folder));
  }
}
