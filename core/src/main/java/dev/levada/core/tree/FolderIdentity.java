package dev.levada.core.tree;

import dev.levada.core.digest.Sha256;

/// The identity of a folder whose source knows none: made from the names and identities of what is
/// in it.
public final class FolderIdentity {

  private FolderIdentity() {}

  /// Reads whatever lies below the folder.
  public static String of(Tree tree, TreePath folder) {
    var listing = new StringBuilder();
    for (String name : tree.list(folder)) {
      listing.append(name).append('\0').append(tree.identity(folder.child(name))).append('\n');
    }
    return Sha256.hex(listing.toString());
  }
}
