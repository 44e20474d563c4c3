package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.util.List;

/// Makes an object of a built-in generator plugin's configuration (kustomize.md section 16).
record GeneratorPlugin(Mapping configuration, Folder folder) {

  void generate(Absorption absorption) {
    String kind = configuration.textAt("kind");
    boolean configMap = kind.equals("ConfigMapGenerator");
    if (!configuration.textAt("apiVersion").equals("builtin")
        || !(configMap || kind.equals("SecretGenerator"))) {
      throw PluginEntries.unknown(configuration);
    }
    Mapping body = configuration.copy();
    List.of("apiVersion", "kind", "metadata").forEach(body::remove);
    body.put("name", text("name")).put("namespace", text("namespace"));
    GeneratorEntry entry = Fields.all(body, kind, GeneratorEntry::read);
    absorption.absorb(
        configMap
            ? GeneratedObjects.configMap(entry, entry.options(), folder)
            : GeneratedObjects.secret(entry, entry.options(), folder),
        entry.behavior());
  }

  private Scalar text(String field) {
    return new Scalar(Scalar.Kind.STRING, configuration.textAt("metadata", field), true);
  }
}
