package dev.levada.core.edit;

import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Edits as a patch that people read and `git apply` takes.
public final class UnifiedDiff {

  private static final int CONTEXT = 3;

  private final StringBuilder out = new StringBuilder();

  private UnifiedDiff() {}

  /// The patch from the files of a tree to their edited bytes; empty where nothing differs.
  public static String of(Tree before, Edits edits) {
    var diff = new UnifiedDiff();
    new TreeMap<>(edits.files())
        .forEach((file, bytes) -> diff.file(file, lines(before.read(file)), lines(bytes)));
    return diff.out.toString();
  }

  private static List<String> lines(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    var lines = new ArrayList<String>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end + 1));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  private void file(TreePath file, List<String> before, List<String> after) {
    List<LineMatch.Block> blocks = LineMatch.blocks(before, after);
    out.append("--- a/").append(file).append("\n+++ b/").append(file).append('\n');
    for (int i = 0; i < blocks.size(); ) {
      int next = i + 1;
      while (next < blocks.size()
          && blocks.get(next).start() - blocks.get(next - 1).end() <= 2 * CONTEXT) {
        next++;
      }
      hunk(blocks.subList(i, next), before, after);
      i = next;
    }
  }

  private void hunk(List<LineMatch.Block> blocks, List<String> before, List<String> after) {
    LineMatch.Block first = blocks.getFirst();
    LineMatch.Block last = blocks.getLast();
    int lead = Math.min(CONTEXT, first.start());
    int trail = Math.min(CONTEXT, before.size() - last.end());
    int start = first.start() - lead;
    int newStart = first.newStart() - lead;
    out.append("@@ -")
        .append(range(start, last.end() + trail))
        .append(" +")
        .append(range(newStart, last.newEnd() + trail))
        .append(" @@\n");
    int at = start;
    for (LineMatch.Block block : blocks) {
      write(' ', before.subList(at, block.start()));
      write('-', before.subList(block.start(), block.end()));
      write('+', after.subList(block.newStart(), block.newEnd()));
      at = block.end();
    }
    write(' ', before.subList(at, last.end() + trail));
  }

  /// A range of no lines names the line before it.
  private static String range(int start, int end) {
    int count = end - start;
    return (count == 0 ? start : start + 1) + (count == 1 ? "" : "," + count);
  }

  private void write(char mark, List<String> lines) {
    for (String line : lines) {
      out.append(mark).append(line);
      if (!line.endsWith("\n")) {
        out.append("\n\\ No newline at end of file\n");
      }
    }
  }
}
