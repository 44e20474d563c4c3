package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import java.util.ArrayList;
import java.util.List;

/// An entry of `helmCharts` (kustomize.md section 17).
///
/// @param home the folder that charts are kept in
/// @param values the values that the entry gives inline
/// @param valuesMerge how inline values and the file's go together
/// @param written the entry as it stands in the file
record ChartEntry(
    String name,
    String repository,
    String version,
    String release,
    String namespace,
    String home,
    List<String> valuesFiles,
    Mapping values,
    String valuesMerge,
    ChartRequest.Switches switches,
    Mapping written) {

  static final String USUAL_HOME = "charts";

  static List<ChartEntry> read(Fields fields) {
    String home = fields.struct("helmGlobals", ChartEntry::home);
    var entries = new ArrayList<ChartEntry>();
    entries.addAll(fields.list("helmCharts", entry -> of(entry, home)));
    entries.addAll(fields.list("helmChartInflationGenerator", ChartEntry::deprecated));
    return entries;
  }

  private static String home(Fields fields) {
    fields.text("configHome");
    return fields.text("chartHome");
  }

  static ChartEntry of(Fields fields, @org.jspecify.annotations.Nullable String home) {
    var files = new ArrayList<String>();
    String file = fields.text("valuesFile");
    if (!file.isEmpty()) {
      files.add(file);
    }
    files.addAll(fields.texts("additionalValuesFiles"));
    Mapping values = fields.mapping("valuesInline");
    String merge = fields.text("valuesMerge");
    fields.flag("debug");
    return new ChartEntry(
        fields.text("name"),
        fields.text("repo"),
        fields.text("version"),
        fields.text("releaseName"),
        fields.text("namespace"),
        home == null || home.isEmpty() ? USUAL_HOME : home,
        files,
        values,
        merge,
        switches(fields, merge),
        fields.written());
  }

  private static ChartRequest.Switches switches(Fields fields, String merge) {
    return new ChartRequest.Switches(
        !merge.equals("replace"),
        fields.texts("apiVersions"),
        fields.text("kubeVersion"),
        fields.text("nameTemplate"),
        fields.flag("includeCRDs"),
        fields.flag("skipTests"),
        fields.flag("skipHooks"),
        fields.flag("devel"));
  }

  private static ChartEntry deprecated(Fields fields) {
    String values = fields.text("values");
    Mapping local = fields.mapping("valuesLocal");
    fields.text("helmBin");
    fields.text("helmHome");
    fields.texts("extraArgs");
    fields.text("leaveTmp");
    String home = fields.text("chartHome");
    return new ChartEntry(
        fields.text("chartName"),
        fields.text("chartRepoUrl"),
        fields.text("chartVersion"),
        fields.text("releaseName"),
        fields.text("releaseNamespace"),
        home.isEmpty() ? USUAL_HOME : home,
        values.isEmpty() ? List.of() : List.of(values),
        local,
        fields.text("valuesMerge"),
        new ChartRequest.Switches(true, List.of(), "", "", false, false, false, false),
        renamed(fields.written()));
  }

  /// The entry as messages show it: with today's names.
  private static Mapping renamed(Mapping written) {
    var renamed = new Mapping();
    written
        .entries()
        .forEach((key, value) ->
            renamed.put(
                switch (key) {
                  case "chartName" -> "name";
                  case "chartVersion" -> "version";
                  case "chartRepoUrl" -> "repo";
                  case "values" -> "valuesFile";
                  case "valuesLocal" -> "valuesInline";
                  case "releaseNamespace" -> "namespace";
                  default -> key;
                },
                value));
    return renamed;
  }
}
