package dev.levada.core.tree;

import dev.levada.core.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A tree of files held in memory: for files made on the way (an overlay, a generated
/// kustomization) and for tests.
public final class MemoryTree implements Tree {

  private final NavigableMap<String, byte[]> files;

  /// @param files paths (as {@link TreePath#text}) and their bytes
  public MemoryTree(Map<String, byte[]> files) {
    this.files = new TreeMap<>(files);
    this.files.keySet().forEach(TreePath::new);
  }

  /// A tree of text files.
  public static MemoryTree ofTexts(Map<String, String> texts) {
    var files = new TreeMap<String, byte[]>();
    texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return new MemoryTree(files);
  }

  @Override
  public Entry entry(TreePath path) {
    byte[] bytes = files.get(path.text());
    if (bytes != null) {
      return new Entry.File(false);
    }
    return path.isRoot() || firstBelow(path) != null ? new Entry.Folder() : new Entry.Absent();
  }

  @Override
  public List<String> list(TreePath folder) {
    String prefix = folder.isRoot() ? "" : folder.text() + "/";
    return files.tailMap(prefix, true).keySet().stream()
        .takeWhile(path -> path.startsWith(prefix))
        .map(path -> path.substring(prefix.length()).split("/", 2)[0])
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public byte[] read(TreePath file) {
    return bytes(file).clone();
  }

  @Override
  public long size(TreePath file) {
    return bytes(file).length;
  }

  private byte[] bytes(TreePath file) {
    byte[] bytes = files.get(file.text());
    if (bytes == null) {
      throw new NotInTree(file);
    }
    return bytes;
  }

  @Override
  public String identity(TreePath path) {
    byte[] bytes = files.get(path.text());
    if (bytes != null) {
      return Sha256.hex(bytes);
    }
    if (list(path).isEmpty()) {
      return "";
    }
    return FolderIdentity.of(this, path);
  }

  private @Nullable String firstBelow(TreePath folder) {
    String prefix = folder.text() + "/";
    String first = files.ceilingKey(prefix);
    return first != null && first.startsWith(prefix) ? first : null;
  }
}
