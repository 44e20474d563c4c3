package dev.levada.cli.chart;

import dev.levada.core.helm.HelmFailed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The arguments without a flag: the release's name, where it is given, and the chart.
///
/// @param given the name; nothing where it is left out
/// @param chart the chart's path
record Positional(Optional<String> given, String chart) {

  private static final String DEFAULT = "release-name";

  /// @param chart the chart where it is named elsewhere
  /// @throws HelmFailed where there are too few or too many
  static Positional read(TemplateOptions options, Optional<String> chart) {
    List<String> words = options.positional;
    if (chart.isPresent()) {
      return new Positional(
          words.isEmpty() ? Optional.empty() : Optional.of(words.getFirst()), chart.get());
    }
    if (words.isEmpty()) {
      throw new HelmFailed(
          "\"helm template\" requires at least 1 argument\n\n"
              + "Usage:  helm template [NAME] [CHART] [flags]",
          "",
          false);
    }
    if (words.size() > 2) {
      throw new HelmFailed(
          "expected at most two arguments, unexpected arguments: "
              + String.join(", ", words.subList(2, words.size())),
          "",
          false);
    }
    return words.size() == 1
        ? new Positional(Optional.empty(), words.getFirst())
        : new Positional(Optional.of(words.getFirst()), words.getLast());
  }

  /// The release's name.
  String name(TemplateOptions options, Instant now, UnaryOperator<String> template) {
    if (options.generateName && given.isPresent()) {
      throw clash("--generate-name");
    }
    if (!options.nameTemplate.isEmpty() && given.isPresent()) {
      throw clash("--name-template");
    }
    if (!options.nameTemplate.isEmpty()) {
      return template.apply(options.nameTemplate);
    }
    if (options.generateName) {
      String base = chart.substring(chart.lastIndexOf('/') + 1);
      int point = base.indexOf('.');
      return (point > 0 ? base.substring(0, point) : base) + "-" + now.getEpochSecond();
    }
    return given.orElse(DEFAULT);
  }

  private static HelmFailed clash(String flag) {
    return new HelmFailed("cannot set " + flag + " and also specify a name", "", false);
  }
}
