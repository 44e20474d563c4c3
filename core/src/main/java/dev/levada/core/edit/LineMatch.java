package dev.levada.core.edit;

import java.util.ArrayList;
import java.util.List;

/// Finds the lines that differ between two versions of a file. Edits here change, add or take away
/// few lines, so that the next common line is near.
final class LineMatch {

  /// Lines that stand in the place of others.
  ///
  /// @param start the first old line, from 0
  /// @param end the line behind the last old one
  /// @param newStart the first new line, from 0
  /// @param newEnd the line behind the last new one
  record Block(int start, int end, int newStart, int newEnd) {}

  private final List<String> before;
  private final List<String> after;

  private LineMatch(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /// The blocks, in order; between them all lines are the same.
  static List<Block> blocks(List<String> before, List<String> after) {
    var match = new LineMatch(before, after);
    var blocks = new ArrayList<Block>();
    int old = 0;
    int fresh = 0;
    while (old < before.size() || fresh < after.size()) {
      if (match.isSame(old, fresh)) {
        old++;
        fresh++;
      } else {
        Block block = match.blockAt(old, fresh);
        blocks.add(block);
        old = block.end();
        fresh = block.newEnd();
      }
    }
    return blocks;
  }

  /// Up to the pair of equal lines that skips the fewest lines on both sides together.
  private Block blockAt(int old, int fresh) {
    int most = before.size() - old + after.size() - fresh;
    for (int skipped = 1; skipped < most; skipped++) {
      for (int lines = 0; lines <= skipped; lines++) {
        if (isSame(old + lines, fresh + skipped - lines)) {
          return new Block(old, old + lines, fresh, fresh + skipped - lines);
        }
      }
    }
    return new Block(old, before.size(), fresh, after.size());
  }

  private boolean isSame(int old, int fresh) {
    return old < before.size() && fresh < after.size() && before.get(old).equals(after.get(fresh));
  }
}
