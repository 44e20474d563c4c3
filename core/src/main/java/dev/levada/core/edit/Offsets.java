package dev.levada.core.edit;

import java.util.Arrays;

/// Maps the parser's positions, which count code points, to indexes of characters.
final class Offsets {

  private final int shift;
  private final int[] pairs;

  /// @param text the whole text
  /// @param shift how many characters at its start the parser does not see
  Offsets(String text, int shift) {
    this.shift = shift;
    var found = new int[16];
    int count = 0;
    int points = 0;
    for (int i = shift; i < text.length(); i++, points++) {
      if (Character.isHighSurrogate(text.charAt(i))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = points;
        i++;
      }
    }
    this.pairs = Arrays.copyOf(found, count);
  }

  /// The index of the character at a position.
  int of(int position) {
    int before = Arrays.binarySearch(pairs, position);
    return shift + position + (before < 0 ? -before - 1 : before);
  }
}
