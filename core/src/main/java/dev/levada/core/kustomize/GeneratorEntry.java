package dev.levada.core.kustomize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An entry of `configMapGenerator` or `secretGenerator`.
record GeneratorEntry(
    String name,
    String namespace,
    String behavior,
    String type,
    List<String> envs,
    List<String> literals,
    List<String> files,
    Options options) {

  /// `options` or `generatorOptions`.
  record Options(
      Map<String, String> labels,
      Map<String, String> annotations,
      boolean withoutHash,
      boolean immutable) {

    static final Options NONE = new Options(Map.of(), Map.of(), false, false);

    static Options read(Fields fields) {
      return new Options(
          fields.pairs("labels"),
          fields.pairs("annotations"),
          fields.flag("disableNameSuffixHash"),
          fields.flag("immutable"));
    }

    /// These, refined by an entry's own.
    Options with(Options own) {
      return new Options(
          join(labels, own.labels),
          join(annotations, own.annotations),
          withoutHash || own.withoutHash,
          immutable || own.immutable);
    }

    private static Map<String, String> join(Map<String, String> some, Map<String, String> more) {
      var joined = new LinkedHashMap<>(some);
      joined.putAll(more);
      return joined;
    }
  }

  static GeneratorEntry configMap(Fields fields) {
    return read(fields, "");
  }

  static GeneratorEntry secret(Fields fields) {
    return read(fields, fields.text("type"));
  }

  private static GeneratorEntry read(Fields fields, String type) {
    var envs = new ArrayList<>(fields.texts("envs"));
    String env = fields.text("env");
    if (!env.isEmpty()) {
      envs.add(env);
    }
    Options options = fields.struct("options", Options::read);
    return new GeneratorEntry(
        fields.text("name"),
        fields.text("namespace"),
        fields.text("behavior"),
        type,
        envs,
        fields.texts("literals"),
        fields.texts("files"),
        options == null ? Options.NONE : options);
  }
}
