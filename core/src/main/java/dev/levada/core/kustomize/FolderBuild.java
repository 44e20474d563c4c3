package dev.levada.core.kustomize;

import dev.levada.core.kustomize.PluginEntries.Plugin;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import java.util.List;
import java.util.TreeMap;

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
    KustomizationReader.warnings(file).forEach(into.whole().warnings()::add);
    Kustomization read = KustomizationReader.read(file, folder.shown());
    into.whole().schemas().choose(read.inputs().openapi(), folder);
    return new FolderBuild(folder, read, into);
  }

  /// The build of the top folder.
  static FolderBuild top(Folder folder, BuildOptions options, List<String> warnings) {
    Mapping file = folder.kustomization();
    Kustomization read = KustomizationReader.read(file, folder.shown());
    warnings.addAll(KustomizationReader.warnings(file));
    var whole =
        new Accumulator.Whole(
            Provenance.of(folder.root(), read.output().buildMetadata()),
            new Schemas(options.schema()),
            warnings);
    whole.schemas().choose(read.inputs().openapi(), folder);
    return new FolderBuild(folder, read, Accumulator.of(whole));
  }

  Kustomization kustomization() {
    return kustomization;
  }

  /// What was gathered.
  Accumulator result() {
    return into;
  }

  void run() {
    var inputs = new Inputs(folder, into);
    kustomization.inputs().resources().forEach(inputs::resource);
    configure();
    generate();
    kustomization.inputs().components().forEach(inputs::component);
    transform();
    validate();
    into.variables().add(kustomization.edits().variables(), into.resources());
  }

  private void configure() {
    FieldSpecs configured = configured();
    try {
      into.specs().addAll(configured);
    } catch (BuildFailed e) {
      throw e.within("merging config: ");
    }
    for (String path : kustomization.inputs().crds()) {
      for (Node document : crdDocuments(path)) {
        if (document instanceof Mapping mapping) {
          requireDefinitions(mapping, path);
          into.specs().addAll(CrdFieldSpecs.read(mapping));
        }
      }
    }
  }

  /// The defaults, and what the kustomization's own files add to them.
  private FieldSpecs configured() {
    if (kustomization.inputs().configurations().isEmpty()) {
      return DefaultFieldSpecs.ALL;
    }
    var all = new FieldSpecs();
    all.addAll(DefaultFieldSpecs.ALL);
    for (String path : kustomization.inputs().configurations()) {
      documents(path).stream().limit(1).map(FolderBuild::configuration).forEach(all::addAll);
    }
    return all;
  }

  private static FieldSpecs configuration(Node document) {
    String decoding = "error unmarshaling JSON: while decoding JSON: ";
    if (document instanceof Mapping mapping) {
      try {
        return Fields.all(mapping, GoTypes.CONFIGURATION, FieldSpecs::read);
      } catch (BuildFailed e) {
        throw e.within(decoding);
      }
    }
    if (!(document instanceof Scalar scalar && scalar.isNull())) {
      throw new BuildFailed(
          decoding
              + "json: cannot unmarshal "
              + document.jsonType()
              + " into Go value of type builtinconfig.TransformerConfig",
          "Write 'namePrefix', 'nameReference' and the like there, each with a list");
    }
    return new FieldSpecs();
  }

  /// A CustomResourceDefinition, which is what many take the field for, is none.
  private void requireDefinitions(Mapping document, String path) {
    for (var definition : new TreeMap<>(document.entries()).values()) {
      boolean isNull = definition instanceof Scalar scalar && scalar.isNull();
      if (!(definition instanceof Mapping) && !isNull) {
        throw new BuildFailed(
            "loading CRDs ["
                + String.join(" ", kustomization.inputs().crds())
                + "]: unable to parse open API definition from '"
                + path
                + "': error unmarshaling JSON: while decoding JSON: json: cannot unmarshal "
                + definition.jsonType()
                + " into Go value of type accumulator.OpenAPIDefinition",
            "List OpenAPI definitions under 'crds', and CustomResourceDefinitions under 'resources'");
      }
    }
  }

  private List<Node> crdDocuments(String path) {
    try {
      return documents(path);
    } catch (BuildFailed e) {
      throw e.within("loading CRDs [" + String.join(" ", kustomization.inputs().crds()) + "]: ");
    }
  }

  private List<Node> documents(String path) {
    try {
      return YamlReader.documents(folder.file(path), YamlRules.KUSTOMIZATION_1_1);
    } catch (MalformedManifest e) {
      throw new BuildFailed(
          "error converting YAML to JSON: " + e.getMessage(), "Correct the YAML of '" + path + "'");
    }
  }

  /// All generators are set up before the first runs, so a chart that is refused or a plugin that
  /// is missing is told before a missing file.
  private void generate() {
    Kustomization.Generators generators = kustomization.generators();
    var charts = new ChartResources(folder, kustomization.edits().namespace());
    generators.charts().forEach(charts::admit);
    List<Plugin> plugins = generatorPlugins();
    generateEntries(generators);
    for (ChartEntry chart : generators.charts()) {
      charts.of(chart).forEach(made -> absorb(made, "", field("HelmChartInflationGenerator")));
    }
    for (Plugin plugin : plugins) {
      var generator = new GeneratorPlugin(plugin.configuration(), folder);
      for (Resource made : generator.resources()) {
        absorb(made, generator.behavior(), plugin.doer());
      }
    }
  }

  private void generateEntries(Kustomization.Generators generators) {
    for (GeneratorEntry entry : generators.configMaps()) {
      var options = generators.options().with(entry.options());
      Resource made = GeneratedObjects.configMap(entry, options, folder);
      absorb(made, entry.behavior(), field("ConfigMapGenerator"));
    }
    for (GeneratorEntry entry : generators.secrets()) {
      var options = generators.options().with(entry.options());
      Resource made = GeneratedObjects.secret(entry, options, folder);
      absorb(made, entry.behavior(), field("SecretGenerator"));
    }
  }

  private List<Plugin> generatorPlugins() {
    try {
      List<Plugin> plugins = PluginEntries.read(kustomization.generators().plugins(), folder, into);
      plugins.forEach(plugin -> new GeneratorPlugin(plugin.configuration(), folder).admit());
      return plugins;
    } catch (BuildFailed e) {
      throw e.within("loading generator plugins: ");
    }
  }

  private Provenance.Doer field(String kind) {
    return Provenance.Doer.field(folder.file(), kind);
  }

  private void absorb(Resource made, String behavior, Provenance.Doer by) {
    into.whole().provenance().generated(made, by);
    new Absorption(into.resources()).absorb(made, behavior);
  }

  private void transform() {
    Provenance provenance = into.whole().provenance();
    List<Transformers.Step> steps =
        new Transformers(folder, kustomization.edits(), into.specs(), into.whole().schemas())
            .inOrder();
    List<Plugin> plugins = PluginEntries.read(kustomization.edits().transformers(), folder, into);
    List<Transformer> more = plugins.stream().map(plugin -> transformer(plugin)).toList();
    for (Transformers.Step step : steps) {
      into.run(step.transformer());
      provenance.transformed(into.resources(), field(step.kind()));
    }
    for (int i = 0; i < plugins.size(); i++) {
      Plugin plugin = plugins.get(i);
      into.run(more.get(i));
      provenance.transformed(into.resources(), plugin.doer());
    }
  }

  private Transformer transformer(Plugin plugin) {
    return new TransformerPlugin(plugin.configuration(), folder, into.whole().schemas())
        .transformer();
  }

  private void validate() {
    for (Plugin plugin : PluginEntries.read(kustomization.edits().validators(), folder, into)) {
      into.run(new Validation(transformer(plugin), plugin));
    }
  }
}
