package dev.levada.cluster.apply;

import dev.levada.core.manifest.Manifest;
import java.util.List;

/// Hears of the writes of a stage before they are made.
public interface Ahead {

  /// These objects are going to be written.
  void writing(List<Manifest> manifests) throws InterruptedException;

  /// The server refused the first of them: none was written, and none will be.
  void refused();
}
