package dev.levada.core.sprig.text;

import dev.levada.core.gotemplate.value.GoStrings;
import java.util.ArrayList;
import java.util.List;

/// Words within an identifier: `snakecase`, `kebabcase` and `camelcase`.
final class WordCase {

  private static final List<Integer> CONNECTORS = List.of((int) '_', (int) '-');

  private final int[] points;
  private int at;

  private WordCase(String text) {
    this.points = text.codePoints().toArray();
  }

  /// The words in lower case with a separator between, and in place of each connector.
  static String joined(String text, char separator) {
    return new WordCase(text).join(separator);
  }

  private String join(char separator) {
    var out = new StringBuilder();
    boolean afterWord = false;
    while (at < points.length) {
      int point = points[at];
      if (isConnector(point)) {
        out.append(separator);
        at++;
        afterWord = false;
      } else if (isPunctuation(point)) {
        punctuation(out);
        afterWord = false;
      } else {
        if (afterWord) {
          out.append(separator);
        }
        word().forEach(c -> out.appendCodePoint(Letters.isUpper(c) ? Character.toLowerCase(c) : c));
        afterWord = true;
      }
    }
    return out.toString();
  }

  /// Connectors are punctuation too: behind other such they stay what they are.
  private void punctuation(StringBuilder out) {
    while (at < points.length && isPunctuation(points[at])) {
      out.appendCodePoint(points[at++]);
    }
  }

  private List<Integer> word() {
    var word = new ArrayList<Integer>();
    if (isDigit(at)) {
      while (isDigit(at) || isLower(at)) {
        word.add(points[at++]);
      }
      return word;
    }
    if (isUpper(at)) {
      capitals(word);
    }
    if (word.size() < 2) {
      while (isLower(at)) {
        word.add(points[at++]);
      }
    }
    if (word.isEmpty()) {
      while (isOther(at)) {
        word.add(points[at++]);
      }
    }
    trailingDigits(word);
    return word;
  }

  // Of a run of capitals the last belongs to the next word where that goes on in lower case.
  private void capitals(List<Integer> word) {
    int end = at;
    while (isUpper(end)) {
      end++;
    }
    if (isLower(end) && end - at > 1) {
      end--;
    }
    while (at < end) {
      word.add(points[at++]);
    }
  }

  // Digits belong to the word before, unless small letters follow.
  private void trailingDigits(List<Integer> word) {
    int end = at;
    while (isDigit(end)) {
      end++;
    }
    if (!isLower(end)) {
      while (at < end) {
        word.add(points[at++]);
      }
    }
  }

  private boolean isDigit(int index) {
    return index < points.length
        && (Character.isDigit(points[index])
            || Character.getType(points[index]) == Character.LETTER_NUMBER
            || Character.getType(points[index]) == Character.OTHER_NUMBER);
  }

  private boolean isUpper(int index) {
    return index < points.length && Letters.isUpper(points[index]);
  }

  private boolean isLower(int index) {
    return index < points.length && Letters.goesOn(points[index]);
  }

  private boolean isOther(int index) {
    return index < points.length
        && !isDigit(index)
        && !isUpper(index)
        && !isLower(index)
        && !isConnector(points[index])
        && !isPunctuation(points[index]);
  }

  private static boolean isConnector(int point) {
    return CONNECTORS.contains(point) || Cutting.isSpace(point);
  }

  private static boolean isPunctuation(int point) {
    if (GoStrings.isStray(point)) {
      return true;
    }
    return switch (Character.getType(point)) {
      case Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.CONNECTOR_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /// The words joined, each with a capital at its start; connectors at the ends stay, and all but
  /// one between two words.
  static String camel(String text) {
    return new WordCase(text).camel();
  }

  private String camel() {
    var out = new StringBuilder();
    connectors(out, points.length);
    if (at == points.length && at > 0) {
      return out.appendCodePoint(points[at - 1]).toString();
    }
    while (at < points.length) {
      camelWord(out);
      int end = at;
      while (end < points.length && isConnector(points[end])) {
        end++;
      }
      // The last of several stands for the word's beginning.
      connectors(out, end == points.length ? end : end - 1);
    }
    return out.toString();
  }

  private void connectors(StringBuilder out, int kept) {
    while (at < points.length && isConnector(points[at])) {
      if (at < kept) {
        out.appendCodePoint(points[at]);
      }
      at++;
    }
  }

  private void camelWord(StringBuilder out) {
    boolean capitals = isUpper(at);
    out.appendCodePoint(Character.toUpperCase(points[at++]));
    while (capitals && isUpper(at)) {
      out.appendCodePoint(Character.toLowerCase(points[at++]));
    }
    while (at < points.length && !isConnector(points[at])) {
      out.appendCodePoint(points[at++]);
    }
  }
}
