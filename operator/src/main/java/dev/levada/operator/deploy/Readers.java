package dev.levada.operator.deploy;

import dev.levada.api.Kustomization;
import dev.levada.api.SourceReference;
import dev.levada.core.tree.TreePath;
import dev.levada.core.tree.UnsafePath;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.ResourceCache;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Tells which Kustomizations are made from a file.
///
/// @param objects the Kustomizations as the cluster has them
/// @param memory knows what each was last made from
public record Readers(ResourceCache<Kustomization> objects, Memory memory) {

  /// The Kustomizations of a source that read one of these files, as far as that is known from
  /// their last deployment, else by their path.
  ///
  /// @return `namespace/name` of each, sorted
  public List<String> of(SourceReference source, Collection<TreePath> files) {
    return objects.lookup(Triggers.BY_SOURCE, source.toString()).stream()
        .filter(object -> {
          Set<TreePath> reads = reads(object);
          return files.stream().anyMatch(file -> isRead(file, reads));
        })
        .map(object -> object.metadata().namespace() + "/" + object.metadata().name())
        .sorted()
        .toList();
  }

  private Set<TreePath> reads(Kustomization object) {
    Set<TreePath> known =
        memory.reads(
            new Key(Kustomization.KIND, object.metadata().namespace(), object.metadata().name()));
    try {
      return known.isEmpty() ? Set.of(TreePath.ROOT.resolve(object.spec().path())) : known;
    } catch (UnsafePath unusable) {
      return Set.of();
    }
  }

  private static boolean isRead(TreePath file, Set<TreePath> reads) {
    return reads.stream().anyMatch(file::isWithin);
  }
}
