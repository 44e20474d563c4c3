package dev.levada.cli.build;

import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.core.kustomize.Remotes;
import dev.levada.core.kustomize.RepositoryAddress;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import dev.levada.fetch.folder.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A folder on disk and what it may draw from.
///
/// @param tree the Git working copy that the folder is in, as the engine will see it; the whole
///   disk outside of one
/// @param path the folder in the tree
public record LocalFolder(Tree tree, TreePath path) {

  /// A folder on disk, or one of a Git repository that is named by its address.
  ///
  /// @throws CommandFailure where there is no such folder
  static LocalFolder of(String directory, Remotes remotes) {
    Path path = Path.of(directory);
    Optional<RepositoryAddress> address =
        Files.exists(path) ? Optional.empty() : RepositoryAddress.parse(directory);
    return address
        .map(remote ->
            new LocalFolder(remotes.repository(remote), TreePath.ROOT.resolveJailed(remote.path())))
        .orElseGet(() -> of(path));
  }

  /// A folder on disk.
  ///
  /// @throws CommandFailure where there is no such folder
  public static LocalFolder of(Path directory) {
    Path real = real(directory);
    Path root = root(real);
    String path = root.relativize(real).toString().replace('\\', '/');
    return new LocalFolder(new DirectoryTree(root), new TreePath(path));
  }

  private static Path root(Path real) {
    for (Path at = real; ; at = at.getParent()) {
      if (at.getParent() == null || Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
  }

  private static Path real(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new CommandFailure(
          "must build at directory: "
              + (Files.exists(directory)
                  ? "'" + directory + "': file is not directory"
                  : "not a valid directory: evalsymlink failure on '"
                      + directory
                      + "' : lstat "
                      + directory.toAbsolutePath()
                      + ": no such file or directory"),
          "Name a folder with a kustomization.yaml in it.");
    }
    try {
      return directory.toRealPath();
    } catch (IOException e) {
      throw new CommandFailure(
          "'" + directory + "' cannot be read (" + e.getClass().getSimpleName() + ")",
          "Check who may read it.",
          e);
    }
  }
}
