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
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A folder on disk as a tree, for commands that build what is not committed yet. `.git` is not
/// part of it. What stood at a path when it was first asked for stands there for good, so a tree is
/// made for one build.
public final class DirectoryTree implements Tree {

  private static final long LARGEST_FILE = 50L << 20;

  private final Path root;
  private final Map<TreePath, Entry> entries = new ConcurrentHashMap<>();

  /// @param root the folder
  public DirectoryTree(Path root) {
    this.root = root;
  }

  @Override
  public Entry entry(TreePath path) {
    // Not computeIfAbsent: a path asks for the one above it.
    Entry known = entries.get(path);
    if (known == null) {
      known = look(path);
      entries.put(path, known);
    }
    return known;
  }

  private Entry look(TreePath path) {
    if (path.isRoot()) {
      return new Entry.Folder();
    }
    Path file = file(path);
    boolean reached = entry(path.parent()) instanceof Entry.Folder && !path.name().equals(".git");
    if (!reached || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Entry.Absent();
    }
    try {
      var found = Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (found.isSymbolicLink()) {
        return new Entry.Link(target(file));
      }
      return found.isDirectory()
          ? new Entry.Folder()
          : new Entry.File(found.permissions().contains(PosixFilePermission.OWNER_EXECUTE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A link's target; an absolute one that lies in the tree as seen from the link's folder.
  private String target(Path link) throws IOException {
    Path target = Files.readSymbolicLink(link);
    Path folder = link.getParent();
    return target.isAbsolute() && target.startsWith(root) && folder != null
        ? folder.relativize(target.normalize()).toString()
        : target.toString();
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
    long size = size(path);
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
  public long size(TreePath path) {
    if (!(entry(path) instanceof Entry.File)) {
      throw new NotInTree(path);
    }
    try {
      return Files.size(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String identity(TreePath path) {
    return switch (entry(path)) {
      case Entry.Absent _ -> "";
      case Entry.Link(String target) -> Sha256.hex("link:" + target);
      case Entry.File(boolean executable) -> Sha256.hex(read(path)) + (executable ? "+x" : "");
      case Entry.Folder _ -> FolderIdentity.of(this, path);
    };
  }

  // A path holds no `..`, and no link on the way is followed: what it names lies below the root.
  private Path file(TreePath path) {
    return root.resolve(path.text());
  }
}
