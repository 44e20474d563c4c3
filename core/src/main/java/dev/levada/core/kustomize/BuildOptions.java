package dev.levada.core.kustomize;

/// How a caller wants a kustomization built.
///
/// @param order in which order the objects come out
/// @param restriction from where files may be read
/// @param schema what becomes of the built-in schema where a kustomization brings one of its own
/// @param remotes who fetches what lies outside the tree
/// @param charts who renders the charts of `helmCharts`
public record BuildOptions(
    Order order, Restriction restriction, Schema schema, Remotes remotes, Charts charts) {

  /// As `kustomize build` without flags.
  public static final BuildOptions COMMAND_LINE =
      new BuildOptions(Order.DEFAULT, Restriction.ROOT_ONLY);

  /// As Flux builds: in the order of the files, from anywhere in the source.
  public static final BuildOptions FLUX =
      new BuildOptions(
          Order.NONE, Restriction.NONE, Schema.JOINS_BUILT_IN, Remotes.REFUSED, Charts.REFUSED);

  /// As the command line with these flags, nothing fetched and no charts rendered.
  public BuildOptions(Order order, Restriction restriction) {
    this(order, restriction, Schema.REPLACES_BUILT_IN, Remotes.REFUSED, Charts.REFUSED);
  }

  /// The same, fetching what is remote.
  public BuildOptions with(Remotes fetching) {
    return new BuildOptions(order, restriction, schema, fetching, charts);
  }

  /// The same, rendering charts.
  public BuildOptions with(Charts rendering) {
    return new BuildOptions(order, restriction, schema, remotes, rendering);
  }

  /// The order of the output; a kustomization's own `sortOptions` wins over it.
  public enum Order {
    /// As the objects were read and made.
    NONE,
    /// By kind, what others need first.
    LEGACY,
    /// What the command line does without being asked: by kind.
    DEFAULT
  }

  /// From where a kustomization may read files.
  public enum Restriction {
    /// Only from its own folder and below.
    ROOT_ONLY,
    /// From anywhere in the tree.
    NONE
  }

  /// What a kustomization's own `openapi.path` does to the schema that is built in.
  public enum Schema {
    /// It takes its place, as on the command line.
    REPLACES_BUILT_IN,
    /// It is added to it, as Flux has it.
    JOINS_BUILT_IN
  }
}
