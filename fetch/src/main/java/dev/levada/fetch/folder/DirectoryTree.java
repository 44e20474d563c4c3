package dev.levada.fetch.folder;

import dev.levada.core.digest.Sha256;
import dev.levada.core.tree.FolderIdentity;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A folder on disk as a tree, for commands that build what is not committed yet. `.git` is not
/// part of it.
public final class DirectoryTree implements Tree {

  private static final long LARGEST_FILE = 50L << 20;

  private final Path root;

  /// @param root the folder
  public DirectoryTree(Path root) {
    this.root = root;
  }

  @Override
  public Entry entry(TreePath path) {
    Path file = file(path);
    try {
      if (isHidden(path) || isBehindLink(path) || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return new Entry.Absent();
      }
      if (Files.isSymbolicLink(file)) {
        return path.isRoot()
            ? new Entry.Folder()
            : new Entry.Link(Files.readSymbolicLink(file).toString());
      }
      return Files.isDirectory(file)
          ? new Entry.Folder()
          : new Entry.File(Files.size(file), Files.isExecutable(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> list(TreePath folder) {
    if (!(entry(folder) instanceof Entry.Folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(file(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(".git"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] read(TreePath path) {
    if (!(entry(path) instanceof Entry.File(long size, boolean _))) {
      throw new NotInTree(path);
    }
    if (size > LARGEST_FILE) {
      throw new TooLarge(path, size, LARGEST_FILE);
    }
    try {
      return Files.readAllBytes(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String identity(TreePath path) {
    return switch (entry(path)) {
      case Entry.Absent _ -> "";
      case Entry.Link(String target) -> Sha256.hex("link:" + target);
      case Entry.File(long _, boolean executable) ->
          Sha256.hex(read(path)) + (executable ? "+x" : "");
      case Entry.Folder _ -> FolderIdentity.of(this, path);
    };
  }

  private boolean isBehindLink(TreePath path) {
    for (TreePath above = path.parent(); !above.isRoot(); above = above.parent()) {
      if (Files.isSymbolicLink(file(above))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHidden(TreePath path) {
    return path.names().contains(".git");
  }

  // A path holds no `..`, and no link on the way is followed: what it names lies below the root.
  private Path file(TreePath path) {
    return root.resolve(path.text());
  }
}
