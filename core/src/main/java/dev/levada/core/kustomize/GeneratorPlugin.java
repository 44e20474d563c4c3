package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Makes an object of a built-in generator plugin's configuration (kustomize.md section 16).
record GeneratorPlugin(Mapping configuration, Folder folder) {

  private static final Set<String> BUILT_IN =
      Set.of(
          "ConfigMapGenerator",
          "SecretGenerator",
          "HelmChartInflationGenerator",
          "IAMPolicyGenerator");

  /// How the objects join those that are there.
  String behavior() {
    return configuration.textAt("behavior");
  }

  /// Refuses what is no generator that is built in; to be asked before any of them runs.
  void admit() {
    if (!configuration.textAt("apiVersion").equals("builtin")
        || !BUILT_IN.contains(configuration.textAt("kind"))) {
      throw PluginEntries.unknown(configuration).within("failed to load generator: ");
    }
  }

  List<Resource> resources() {
    String kind = configuration.textAt("kind");
    Mapping body = PluginEntries.body(configuration);
    return switch (kind) {
      case "ConfigMapGenerator" -> {
        GeneratorEntry entry = entry(body, kind, GeneratorEntry::configMap);
        yield List.of(GeneratedObjects.configMap(entry, entry.options(), folder));
      }
      case "SecretGenerator" -> {
        GeneratorEntry entry = entry(body, kind, GeneratorEntry::secret);
        yield List.of(GeneratedObjects.secret(entry, entry.options(), folder));
      }
      case "HelmChartInflationGenerator" ->
          new ChartResources(folder, "")
              .of(
                  Fields.all(
                      body, kind, fields -> ChartEntry.of(fields, fields.text("chartHome"))));
      case "IAMPolicyGenerator" -> List.of(new Resource(IamPolicy.account(body)));
      default -> throw PluginEntries.unknown(configuration);
    };
  }

  private GeneratorEntry entry(
      Mapping body, String kind, Function<Fields, GeneratorEntry> reading) {
    body.put("name", text("name")).put("namespace", text("namespace"));
    return Fields.all(body, kind, reading);
  }

  private Scalar text(String field) {
    return new Scalar(Scalar.Kind.STRING, configuration.textAt("metadata", field), true);
  }
}
