package dev.levada.core.helm.chart;

import com.google.re2j.Pattern;
import dev.levada.core.semver.Version;
import java.util.HashSet;

/// What Chart.yaml must say.
final class MetadataRules {

  private static final Pattern ALIAS = Pattern.compile("[a-zA-Z0-9_-]+");

  private MetadataRules() {}

  /// @throws ChartInvalid where it does not
  static void check(ChartMetadata metadata) {
    if (metadata.name().isEmpty()) {
      throw broken("chart.metadata.name is required", "Set name in Chart.yaml.");
    }
    if (metadata.name().equals(".") || metadata.name().equals("..")) {
      throw broken(
          "chart.metadata.name \"" + metadata.name() + "\" is not allowed",
          "Give the chart a name in Chart.yaml.");
    }
    if (metadata.name().contains("/")) {
      throw broken(
          "chart.metadata.name \"" + metadata.name() + "\" is invalid",
          "Set a name without slashes in Chart.yaml.");
    }
    checkVersion(metadata.version());
    checkType(metadata.type());
    checkDependencies(metadata);
  }

  private static void checkVersion(String version) {
    if (version.isEmpty()) {
      throw broken("chart.metadata.version is required", "Set version in Chart.yaml.");
    }
    if (Version.parse(version).isEmpty()) {
      throw broken(
          "chart.metadata.version \"" + version + "\" is invalid",
          "Set a version such as 1.2.3 in Chart.yaml.");
    }
  }

  private static void checkType(String type) {
    if (!type.isEmpty() && !type.equals("application") && !type.equals("library")) {
      throw broken(
          "chart.metadata.type must be application or library",
          "Correct type '" + type + "' in Chart.yaml.");
    }
  }

  private static void checkDependencies(ChartMetadata metadata) {
    var names = new HashSet<String>();
    for (ChartDependency dependency : metadata.dependencies()) {
      String alias = dependency.alias();
      if (!alias.isEmpty() && !ALIAS.matches(alias)) {
        throw broken(
            "dependency \"" + dependency.name() + "\" has disallowed characters in the alias",
            "Write alias '" + alias + "' with letters, digits, '_' and '-' only.");
      }
      String key = alias.isEmpty() ? dependency.name() : alias;
      if (!names.add(key)) {
        throw broken(
            "more than one dependency with name or alias \"" + key + "\"",
            "Give one of them another alias.");
      }
    }
  }

  static ChartInvalid broken(String message, String fix) {
    return new ChartInvalid("validation: " + message, fix);
  }
}
