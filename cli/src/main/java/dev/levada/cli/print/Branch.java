package dev.levada.cli.print;

import dev.levada.core.health.Health;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.ObjectId;
import java.util.List;
import java.util.Optional;

/// One object of a tree and what it brought into the cluster.
///
/// @param id which object
/// @param version its API version, without the group
/// @param health how it does, where that was asked for
/// @param note what there is to say about its own branches, such as why they are missing; empty for
///   nothing
/// @param branches the objects that it applied
public record Branch(
    ObjectId id, String version, Optional<Health> health, String note, List<Branch> branches) {

  /// The object's type.
  public GroupVersionKind type() {
    return new GroupVersionKind(id.group(), version, id.kind());
  }
}
