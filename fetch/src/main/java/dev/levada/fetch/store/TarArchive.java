package dev.levada.fetch.store;

import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes a tree as a tar archive that depends on nothing but the tree: entries in the order of
/// their paths, owner 0, no owner names, time 0, folders 0750, files 0600, executables 0700;
/// symbolic links are left out (flux-api.md 2.10).
final class TarArchive {

  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int PREFIX = 155;

  private final OutputStream out;

  /// @param out takes the archive; it is not closed
  TarArchive(OutputStream out) {
    this.out = out;
  }

  /// Writes the whole tree and the archive's end. One file at a time is held in memory.
  void write(Tree tree) throws IOException {
    writeFolder(tree, TreePath.ROOT);
    out.write(new byte[2 * BLOCK]);
  }

  private void writeFolder(Tree tree, TreePath folder) throws IOException {
    for (String name : tree.list(folder)) {
      TreePath path = folder.child(name);
      switch (tree.entry(path)) {
        case Tree.Entry.Folder _ -> {
          header(path.text() + "/", 0, 0750, '5');
          writeFolder(tree, path);
        }
        case Tree.Entry.File(boolean executable) -> {
          byte[] bytes = tree.read(path);
          header(path.text(), bytes.length, executable ? 0700 : 0600, '0');
          writePadded(bytes);
        }
        case Tree.Entry.Link _, Tree.Entry.Absent _ -> {}
      }
    }
  }

  private void header(String path, long size, int mode, char type) throws IOException {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    int split = split(bytes);
    if (split < 0) {
      byte[] record = pathRecord(bytes);
      block("PaxHeader".getBytes(StandardCharsets.UTF_8), new byte[0], record.length, 0600, 'x');
      writePadded(record);
      block(Arrays.copyOf(bytes, NAME), new byte[0], size, mode, type);
    } else {
      byte[] name = Arrays.copyOfRange(bytes, split == 0 ? 0 : split + 1, bytes.length);
      block(name, Arrays.copyOf(bytes, split), size, mode, type);
    }
  }

  /// Where to cut a path into prefix and name: 0 where it need not be, -1 where it cannot be.
  private static int split(byte[] path) {
    boolean plain = isAscii(path);
    if (plain && path.length <= NAME) {
      return 0;
    }
    for (int i = Math.min(PREFIX, path.length - 2); plain && i > 0; i--) {
      if (path[i] == '/' && path.length - i - 1 <= NAME) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isAscii(byte[] text) {
    for (byte b : text) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /// A record of the extended header: its own length, a space, `path=`, the path, a line break.
  private static byte[] pathRecord(byte[] path) {
    int rest = path.length + " path=\n".length();
    int length = rest + Integer.toString(rest).length();
    length = rest + Integer.toString(length).length();
    var record = new byte[length];
    byte[] start = (length + " path=").getBytes(StandardCharsets.UTF_8);
    System.arraycopy(start, 0, record, 0, start.length);
    System.arraycopy(path, 0, record, start.length, path.length);
    record[length - 1] = '\n';
    return record;
  }

  private void block(byte[] name, byte[] prefix, long size, int mode, char type)
      throws IOException {
    var block = new byte[BLOCK];
    System.arraycopy(name, 0, block, 0, name.length);
    octal(block, 100, 7, mode);
    text(block, 108, "0000000");
    text(block, 116, "0000000");
    octal(block, 124, 11, size);
    text(block, 136, "00000000000");
    text(block, 148, "        ");
    block[156] = (byte) type;
    text(block, 257, "ustar\00000");
    text(block, 329, "0000000");
    text(block, 337, "0000000");
    System.arraycopy(prefix, 0, block, 345, prefix.length);
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xff;
    }
    octal(block, 148, 6, sum);
    block[154] = 0;
    out.write(block);
  }

  private static void octal(byte[] block, int at, int digits, long number) {
    long left = number;
    for (int i = at + digits - 1; i >= at; i--) {
      block[i] = (byte) ('0' + (left & 7));
      left >>= 3;
    }
  }

  private static void text(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }

  private void writePadded(byte[] bytes) throws IOException {
    out.write(bytes);
    out.write(new byte[(BLOCK - bytes.length % BLOCK) % BLOCK]);
  }
}
