package dev.levada.core.helm.chart;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `Chart.yaml` says.
///
/// @param apiVersion `v1` or `v2`
/// @param name the chart's name; an alias's where the chart is used under one
/// @param version the chart's version
/// @param kubeVersion the range of Kubernetes versions it runs on
/// @param description one sentence
/// @param type `application`, `library` or empty
/// @param keywords words to find it by
/// @param home the project's address
/// @param sources addresses of its sources
/// @param dependencies the charts it needs
/// @param maintainers who looks after it
/// @param icon the address of a picture
/// @param appVersion the version of what it installs
/// @param deprecated whether it should not be used any more
/// @param annotations further facts; nothing where there are none
/// @param condition a word of old charts
/// @param tags a word of old charts
public record ChartMetadata(
    String apiVersion,
    String name,
    String version,
    String kubeVersion,
    String description,
    String type,
    List<String> keywords,
    String home,
    List<String> sources,
    List<ChartDependency> dependencies,
    List<Maintainer> maintainers,
    String icon,
    String appVersion,
    boolean deprecated,
    Optional<Map<String, String>> annotations,
    String condition,
    String tags) {

  /// Fixes the lists.
  public ChartMetadata {
    keywords = List.copyOf(keywords);
    sources = List.copyOf(sources);
    dependencies = List.copyOf(dependencies);
    maintainers = List.copyOf(maintainers);
  }

  /// Whether this is a chart that others use and nobody installs.
  public boolean isLibrary() {
    return type.equals("library");
  }

  /// The same under another name and with other dependencies.
  public ChartMetadata with(String otherName, List<ChartDependency> otherDependencies) {
    return new ChartMetadata(
        apiVersion,
        otherName,
        version,
        kubeVersion,
        description,
        type,
        keywords,
        home,
        sources,
        otherDependencies,
        maintainers,
        icon,
        appVersion,
        deprecated,
        annotations,
        condition,
        tags);
  }
}
