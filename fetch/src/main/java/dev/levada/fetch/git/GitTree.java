package dev.levada.fetch.git;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/// The files of one commit, read straight from the object database. Identities are the ids of Git's
/// objects, with a mark for executable files and links, which share ids with plain files.
final class GitTree implements Tree {

  /// The largest file that is read, in bytes.
  static final long MOST_BYTES = 50L << 20;

  private final Bare bare;
  private final Listing.Item root;

  /// @param bare holds the objects; it lives as long as this tree
  /// @param root the commit's tree object
  GitTree(Bare bare, ObjectId root) {
    this.bare = bare;
    this.root = new Listing.Item(Listing.Kind.FOLDER, root);
  }

  @Override
  public Entry entry(TreePath path) {
    Optional<Listing.Item> item = find(path);
    if (item.isEmpty()) {
      return new Entry.Absent();
    }
    Listing.Kind kind = item.get().kind();
    if (kind == Listing.Kind.FOLDER) {
      return new Entry.Folder();
    }
    if (kind == Listing.Kind.LINK) {
      return new Entry.Link(new String(bytes(path, item.get()), StandardCharsets.UTF_8));
    }
    return new Entry.File(kind == Listing.Kind.EXECUTABLE);
  }

  @Override
  public List<String> list(TreePath folder) {
    return find(folder)
        .filter(item -> item.kind() == Listing.Kind.FOLDER)
        .map(item -> listing(folder, item.id()).names())
        .orElse(List.of());
  }

  @Override
  public byte[] read(TreePath file) {
    return bytes(file, file(file));
  }

  @Override
  public long size(TreePath file) {
    return size(file, file(file));
  }

  private Listing.Item file(TreePath path) {
    return find(path)
        .filter(item -> item.kind() != Listing.Kind.FOLDER && item.kind() != Listing.Kind.LINK)
        .orElseThrow(() -> new NotInTree(path));
  }

  @Override
  public String identity(TreePath path) {
    return find(path).map(GitTree::identity).orElse("");
  }

  private static String identity(Listing.Item item) {
    if (item.kind() == Listing.Kind.EXECUTABLE) {
      return item.id().name() + "*";
    }
    return item.kind() == Listing.Kind.LINK ? item.id().name() + "@" : item.id().name();
  }

  private Optional<Listing.Item> find(TreePath path) {
    Optional<Listing.Item> item = Optional.of(root);
    for (String name : path.names()) {
      item =
          item.filter(folder -> folder.kind() == Listing.Kind.FOLDER)
              .flatMap(folder -> listing(path, folder.id()).item(name));
    }
    return item;
  }

  private Listing listing(TreePath path, ObjectId folder) {
    try {
      return bare.listing(folder);
    } catch (IOException e) {
      throw damaged(path, e);
    }
  }

  private long size(TreePath path, Listing.Item item) {
    try (ObjectReader reader = bare.repository().newObjectReader()) {
      return reader.getObjectSize(item.id(), Constants.OBJ_BLOB);
    } catch (IOException e) {
      throw damaged(path, e);
    }
  }

  private byte[] bytes(TreePath path, Listing.Item item) {
    try (ObjectReader reader = bare.repository().newObjectReader()) {
      ObjectLoader loader = reader.open(item.id(), Constants.OBJ_BLOB);
      if (loader.getSize() > MOST_BYTES) {
        throw new TooLarge(path, loader.getSize(), MOST_BYTES);
      }
      return loader.getBytes((int) MOST_BYTES);
    } catch (IOException e) {
      throw damaged(path, e);
    }
  }

  private FailureException damaged(TreePath path, IOException cause) {
    bare.noteDamage();
    return FailureException.retrying(
        Reason.GIT_OPERATION_FAILED,
        "'"
            + path
            + "' cannot be read from the local copy of the repository: "
            + cause.getMessage(),
        "Nothing is to be done: the next reconciliation fetches the repository anew",
        cause);
  }
}
