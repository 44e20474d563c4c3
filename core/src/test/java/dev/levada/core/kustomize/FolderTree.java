package dev.levada.core.kustomize;

import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/// A folder on disk as a tree, for cases that stand in the repository.
public record FolderTree(Path root) implements Tree {

  private Path at(TreePath path) {
    return root.resolve(path.text());
  }

  @Override
  public Entry entry(TreePath path) {
    Path file = at(path);
    try {
      if (Files.isSymbolicLink(file)) {
        return new Entry.Link(Files.readSymbolicLink(file).toString());
      }
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        return new Entry.Folder();
      }
      return Files.exists(file) ? new Entry.File(Files.isExecutable(file)) : new Entry.Absent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> list(TreePath folder) {
    if (!Files.isDirectory(at(folder))) {
      return List.of();
    }
    try (var files = Files.list(at(folder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] read(TreePath file) {
    try {
      return Files.readAllBytes(at(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long size(TreePath file) {
    return read(file).length;
  }

  @Override
  public String identity(TreePath path) {
    return entry(path) instanceof Entry.Absent ? "" : path.text();
  }
}
