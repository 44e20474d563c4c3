package dev.levada.core.kustomize;

/// How a caller wants a kustomization built.
///
/// @param order in which order the objects come out
/// @param restriction from where files may be read
public record BuildOptions(Order order, Restriction restriction) {

  /// As `kustomize build` without flags.
  public static final BuildOptions COMMAND_LINE =
      new BuildOptions(Order.DEFAULT, Restriction.ROOT_ONLY);

  /// As Flux builds: in the order of the files, from anywhere in the source.
  public static final BuildOptions FLUX = new BuildOptions(Order.NONE, Restriction.NONE);

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
}
