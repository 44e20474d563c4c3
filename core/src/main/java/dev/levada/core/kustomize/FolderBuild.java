package dev.levada.core.kustomize;

import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.core.tree.Tree;
import java.util.List;

/// Builds one folder into an accumulator: inputs, generators, components, transformers, in
/// kustomize's order whatever the order in the file (kustomize.md section 2).
final class FolderBuild {

  private final Folder folder;
  private final Kustomization kustomization;
  private final Accumulator into;

  private FolderBuild(Folder folder, Kustomization kustomization, Accumulator into) {
    this.folder = folder;
    this.kustomization = kustomization;
    this.into = into;
  }

  static FolderBuild of(Folder folder, Accumulator into) {
    Mapping file = folder.kustomization();
    KustomizationReader.warnings(file).forEach(into.warnings()::add);
    return new FolderBuild(folder, read(file, folder), into);
  }

  private static Kustomization read(Mapping file, Folder folder) {
    try {
      return KustomizationReader.read(file);
    } catch (BuildFailed e) {
      String message = String.valueOf(e.getMessage());
      throw message.startsWith("kustomization.yaml is empty")
          ? new BuildFailed(message + " in '" + folder.root() + "'", e.fix())
          : e.within("Failed to read kustomization file under '" + folder.root() + "': ");
    }
  }

  Kustomization kustomization() {
    return kustomization;
  }

  void run() {
    if (kustomization.generators().hasCharts()) {
      throw new BuildFailed(
          "must specify --enable-helm: helmCharts in '" + folder.root() + "' are not rendered here",
          "Use a HelmRelease, or keep the rendered chart in the repository");
    }
    Unsupported.refuse(kustomization, folder);
    kustomization.inputs().resources().forEach(this::resource);
    configure();
    generate();
    kustomization.inputs().components().forEach(this::component);
    new Transformers(folder, kustomization.edits(), into.specs()).inOrder().forEach(into::run);
    for (Mapping plugin :
        PluginEntries.read(kustomization.edits().transformers(), folder, into.warnings())) {
      into.run(new TransformerPlugin(plugin, folder).transformer());
    }
    into.variables().add(kustomization.edits().variables(), into.resources());
  }

  private void resource(String path) {
    switch (folder.entry(path)) {
      case Tree.Entry.File _ -> file(path);
      case Tree.Entry.Folder _ -> base(path);
      case Tree.Entry.Link _, Tree.Entry.Absent _ ->
          throw new BuildFailed(
              "accumulating resources: accumulation err='accumulating resources from '"
                  + path
                  + "': open "
                  + path
                  + ": no such file or directory': must build at directory: not a valid directory",
              "Add the file, or correct the entry in 'resources' of '" + folder.root() + "'");
    }
  }

  private void file(String path) {
    try {
      ResourceReader.read(folder.file(path), path).forEach(into.resources()::append);
    } catch (BuildFailed e) {
      throw e.within("accumulating resources: accumulating resources from '" + path + "': ");
    }
  }

  private void base(String path) {
    try {
      Accumulator below = Accumulator.empty(into.warnings());
      FolderBuild build = FolderBuild.of(folder.open(path), below);
      if (build.kustomization.isComponent()) {
        throw new BuildFailed(
            "expected kind != 'Component' for path '" + path + "'",
            "List it under 'components', not under 'resources'");
      }
      build.run();
      into.absorb(below);
    } catch (BuildFailed e) {
      throw e.within("accumulating resources: recursed accumulation of path '" + path + "': ");
    }
  }

  private void component(String path) {
    try {
      FolderBuild build = FolderBuild.of(folder.open(path), into);
      if (!build.kustomization.isComponent()) {
        throw new BuildFailed(
            "expected kind 'Component' for path '" + path + "' but got 'Kustomization'",
            "List it under 'resources', not under 'components'");
      }
      build.run();
    } catch (BuildFailed e) {
      throw e.within("accumulating components: accumulateDirectory: ");
    }
  }

  private void configure() {
    into.specs().addAll(DefaultFieldSpecs.ALL);
    for (String path : kustomization.inputs().configurations()) {
      for (Node document : documents(path)) {
        if (document instanceof Mapping mapping) {
          into.specs().addAll(Fields.all(mapping, path, FieldSpecs::read));
        }
      }
    }
  }

  private List<Node> documents(String path) {
    try {
      return YamlReader.documents(folder.file(path), YamlRules.KUSTOMIZATION_1_1);
    } catch (MalformedManifest e) {
      throw new BuildFailed(e.getMessage() + " in '" + path + "'", "Correct the YAML");
    }
  }

  private void generate() {
    Kustomization.Generators generators = kustomization.generators();
    var absorption = new Absorption(into.resources());
    for (GeneratorEntry entry : generators.configMaps()) {
      var options = generators.options().with(entry.options());
      absorption.absorb(GeneratedObjects.configMap(entry, options, folder), entry.behavior());
    }
    for (GeneratorEntry entry : generators.secrets()) {
      var options = generators.options().with(entry.options());
      absorption.absorb(GeneratedObjects.secret(entry, options, folder), entry.behavior());
    }
    PluginEntries.read(generators.plugins(), folder, into.warnings())
        .forEach(plugin -> new GeneratorPlugin(plugin, folder).generate(absorption));
  }
}
