package dev.levada.core.manifest;

import org.jspecify.annotations.Nullable;

/// Reads the YAML that people write, straight from bytes: block mappings and sequences, flow
/// collections, scalars of every style, comments. Anchors, tags, merge keys, tabs, complex keys,
/// keys that occur twice, and everything that is wrong, it leaves to the full reader by throwing
/// {@link UnusualYaml}; what it does read, both read alike.
final class QuickReader extends QuickFlow {

  QuickReader(byte[] bytes, YamlRules rules) {
    super(bytes, rules);
  }

  /// The one document between two places; null where there is nothing but blanks and comments.
  @Nullable Node document(int from, int to) {
    begin(from, to);
    skipMarker();
    skipBlank();
    if (atEnd()) {
      return null;
    }
    Node node = node(-1, 0);
    skipBlank();
    if (!atEnd()) {
      throw UnusualYaml.INSTANCE;
    }
    return node;
  }

  private void skipMarker() {
    if (peek(0) == '-' && peek(1) == '-' && peek(2) == '-') {
      position += 3;
      endLine();
    }
    if (peek(0) == '%') {
      throw UnusualYaml.INSTANCE;
    }
  }

  /// The node that begins here, as a value on a line of its own.
  private Node node(int parentIndent, int depth) {
    if (depth > DEEPEST) {
      throw UnusualYaml.INSTANCE;
    }
    byte b = bytes[position];
    int column = column();
    if (b == '-' && isBlank(position + 1)) {
      return sequence(column, depth);
    }
    if (b == '|' || b == '>' || b == '[' || b == '{') {
      return bracketOrBlock(b, parentIndent, depth);
    }
    int start = position;
    if (b == '"' || b == '\'') {
      int line = lineStart;
      String text = quoted();
      if (lineStart == line && atKeyEnd(start)) {
        return mapping(text, column, depth);
      }
      endLine();
      return new Scalar(Scalar.Kind.STRING, text, true);
    }
    refuseBlockIndicator(b);
    int to = plainEnd(false);
    if (atKeyEnd(start)) {
      return mapping(plainKey(start, to), column, depth);
    }
    Scalar scalar = plain(start, to, parentIndent);
    endLine();
    return scalar;
  }

  private Node bracketOrBlock(byte b, int parentIndent, int depth) {
    if (b == '|' || b == '>') {
      if (parentIndent < 0) {
        throw UnusualYaml.INSTANCE;
      }
      Scalar scalar = block(parentIndent);
      skipBlank();
      return scalar;
    }
    Node flow = flow(depth);
    endLine();
    return flow;
  }

  /// In block context dashes and colons may begin plain text unless a blank follows.
  private void refuseBlockIndicator(byte b) {
    if (b != '-' && b != ':' && b != '?') {
      refuseIndicator(b);
    } else if (isBlank(position + 1)) {
      throw UnusualYaml.INSTANCE;
    }
  }

  private Mapping mapping(String firstKey, int column, int depth) {
    var mapping = new Mapping();
    String key = firstKey;
    while (true) {
      position++;
      enter(mapping, key, value(column, depth));
      if (atEnd() || column() < column) {
        return mapping;
      }
      if (column() > column) {
        throw UnusualYaml.INSTANCE;
      }
      key = key();
    }
  }

  private String key() {
    int start = position;
    byte b = bytes[start];
    String key;
    if (b == '"' || b == '\'') {
      int line = lineStart;
      key = quoted();
      if (lineStart != line) {
        throw UnusualYaml.INSTANCE;
      }
    } else {
      refuseBlockIndicator(b);
      int to = plainEnd(false);
      key = plainKey(start, to);
    }
    if (!atKeyEnd(start)) {
      throw UnusualYaml.INSTANCE;
    }
    return key;
  }

  /// The value behind a key's colon; stands on the next thing behind it afterwards.
  private Node value(int column, int depth) {
    skipSpaces();
    byte b = peek(0);
    if (b != '\n' && b != '#') {
      return inline(b, column, depth);
    }
    skipBlank();
    boolean deeper = !atEnd() && column() > column;
    boolean list =
        !atEnd() && column() == column && bytes[position] == '-' && isBlank(position + 1);
    return deeper || list ? node(column, depth + 1) : EMPTY;
  }

  private Node inline(byte b, int column, int depth) {
    if (b == '|' || b == '>' || b == '[' || b == '{') {
      return bracketOrBlock(b, column, depth + 1);
    }
    if (b == '"' || b == '\'') {
      String text = quoted();
      endLine();
      return new Scalar(Scalar.Kind.STRING, text, true);
    }
    refuseBlockIndicator(b);
    int from = position;
    int to = plainEnd(false);
    if (peek(0) == ':') {
      throw UnusualYaml.INSTANCE;
    }
    Scalar scalar = plain(from, to, column);
    endLine();
    return scalar;
  }

  private Sequence sequence(int column, int depth) {
    var sequence = new Sequence();
    while (!atEnd() && column() == column && bytes[position] == '-' && isBlank(position + 1)) {
      position++;
      skipSpaces();
      byte b = peek(0);
      if (b == '\n' || b == '#') {
        skipBlank();
      }
      count();
      boolean there = !atEnd() && column() > column;
      sequence.add(there ? node(column, depth + 1) : EMPTY);
    }
    if (!atEnd() && column() > column) {
      throw UnusualYaml.INSTANCE;
    }
    return sequence;
  }
}
