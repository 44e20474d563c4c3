package dev.levada.operator.pullrequest;

import dev.levada.api.SourceReference;
import dev.levada.core.tree.TreePath;
import java.util.Collection;
import java.util.List;

/// Tells who reads files of a source.
public interface FileReaders {

  /// The Kustomizations and HelmReleases that are made from one of the files, each as
  /// `Kind/namespace/name`.
  List<String> of(SourceReference source, Collection<TreePath> files);
}
