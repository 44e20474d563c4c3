package dev.levada.fetch.git;

import dev.levada.core.tree.TreePath;
import dev.levada.core.tree.UnsafePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/// What one folder of a repository holds. Submodules are left out, and so are names that no
/// checkout would accept (`..`, `.git`, with a slash).
///
/// @param names sorted by their bytes
/// @param items by name
record Listing(List<String> names, Map<String, Item> items) {

  /// What a thing in a folder can be.
  enum Kind {
    FOLDER,
    FILE,
    EXECUTABLE,
    LINK
  }

  /// One thing in a folder.
  ///
  /// @param kind what it is
  /// @param id its object
  record Item(Kind kind, ObjectId id) {}

  /// Reads a tree object.
  static Listing parse(byte[] bytes) {
    var items = new HashMap<String, Item>();
    var names = new ArrayList<String>();
    var parser = new CanonicalTreeParser();
    for (parser.reset(bytes); !parser.eof(); parser.next()) {
      String name = parser.getEntryPathString();
      Optional<Kind> kind = kind(parser.getEntryRawMode());
      if (kind.isPresent()
          && isKept(name)
          && items.putIfAbsent(name, new Item(kind.get(), parser.getEntryObjectId())) == null) {
        names.add(name);
      }
    }
    // Git sorts a folder's name as if it ended in a slash; a tree's reader does not.
    names.sort((left, right) -> Arrays.compareUnsigned(bytes(left), bytes(right)));
    return new Listing(List.copyOf(names), Map.copyOf(items));
  }

  /// The thing of a name.
  Optional<Item> item(String name) {
    return Optional.ofNullable(items.get(name));
  }

  private static Optional<Kind> kind(int mode) {
    return switch (mode & FileMode.TYPE_MASK) {
      case FileMode.TYPE_TREE -> Optional.of(Kind.FOLDER);
      case FileMode.TYPE_SYMLINK -> Optional.of(Kind.LINK);
      case FileMode.TYPE_FILE -> Optional.of((mode & 0111) == 0 ? Kind.FILE : Kind.EXECUTABLE);
      default -> Optional.empty();
    };
  }

  private static boolean isKept(String name) {
    if (name.equalsIgnoreCase(".git")) {
      return false;
    }
    try {
      return TreePath.ROOT.child(name).names().size() == 1;
    } catch (UnsafePath e) {
      return false;
    }
  }

  private static byte[] bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }
}
