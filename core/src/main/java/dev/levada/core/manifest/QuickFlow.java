package dev.levada.core.manifest;

/// Reads flow collections (`[a, {b: c}]`), and thereby JSON.
class QuickFlow extends QuickBlocks {

  /// Deeper nesting is the full reader's to refuse.
  static final int DEEPEST = EventReader.DEEPEST;

  static final Scalar EMPTY = new Scalar(Scalar.Kind.NULL, "", false);

  final YamlRules rules;
  private int nodes;

  QuickFlow(byte[] bytes, YamlRules rules) {
    super(bytes, rules);
    this.rules = rules;
  }

  /// Counts a node; too many are the full reader's to refuse.
  final void count() {
    if (++nodes > EventReader.MOST_NODES) {
      throw UnusualYaml.INSTANCE;
    }
  }

  /// The collection whose bracket is next.
  final Node flow(int depth) {
    if (depth > DEEPEST) {
      throw UnusualYaml.INSTANCE;
    }
    return bytes[position] == '[' ? flowSequence(depth) : flowMapping(depth);
  }

  private Sequence flowSequence(int depth) {
    var sequence = new Sequence();
    position++;
    skipFlowBlank();
    while (bytes[position] != ']') {
      Node item = flowNode(depth + 1);
      skipFlowBlank();
      count();
      sequence.add(item);
      if (bytes[position] == ',') {
        position++;
        skipFlowBlank();
      } else if (bytes[position] != ']') {
        throw UnusualYaml.INSTANCE;
      }
    }
    position++;
    return sequence;
  }

  private Mapping flowMapping(int depth) {
    var mapping = new Mapping();
    position++;
    skipFlowBlank();
    while (bytes[position] != '}') {
      int start = position;
      String key = flowKey();
      skipFlowBlank();
      if (bytes[position] == ':' && (lineStart > start || position - start > LONGEST_KEY)) {
        throw UnusualYaml.INSTANCE;
      }
      Node value = flowValue(depth);
      enter(mapping, key, value);
      skipFlowBlank();
      if (bytes[position] == ',') {
        position++;
        skipFlowBlank();
      } else if (bytes[position] != '}') {
        throw UnusualYaml.INSTANCE;
      }
    }
    position++;
    return mapping;
  }

  /// Puts an entry into a mapping; a key that is there already is the full reader's.
  final void enter(Mapping mapping, String key, Node value) {
    count();
    if (mapping.entries().put(key, value) != null) {
      throw UnusualYaml.INSTANCE;
    }
  }

  private String flowKey() {
    byte b = bytes[position];
    if (b == '"' || b == '\'') {
      return quoted();
    }
    refuseIndicator(b);
    int from = position;
    return plainKey(from, plainEnd(true));
  }

  /// The text of an unquoted key; keys that are not strings are the full reader's.
  final String plainKey(int from, int to) {
    String key = pool.key(bytes, from, to);
    byte first = bytes[from];
    boolean word = (first >= 'a' && first <= 'z' && to - from > 5) || isKnownString(key);
    if (!word) {
      throw UnusualYaml.INSTANCE;
    }
    return key;
  }

  private boolean isKnownString(String key) {
    return !key.equals("<<") && PlainScalars.kind(key, rules) == Scalar.Kind.STRING;
  }

  private Node flowValue(int depth) {
    if (bytes[position] == ':') {
      position++;
      skipFlowBlank();
      byte b = bytes[position];
      return b == ',' || b == '}' ? empty() : flowNode(depth + 1);
    }
    if (bytes[position] != ',' && bytes[position] != '}') {
      throw UnusualYaml.INSTANCE;
    }
    return empty();
  }

  private Scalar empty() {
    return rules == YamlRules.RESOURCE_V3 ? EventReader.EMPTY_IN_FLOW : EMPTY;
  }

  private Node flowNode(int depth) {
    byte b = bytes[position];
    if (b == '[' || b == '{') {
      return flow(depth);
    }
    if (b == '"' || b == '\'') {
      String text = quoted();
      refuseColon();
      return new Scalar(Scalar.Kind.STRING, text, true);
    }
    refuseIndicator(b);
    int from = position;
    int to = plainEnd(true);
    if (peek(0) == '\n') {
      refuseContinuation();
    }
    refuseColon();
    return EventReader.inFlow(pool.scalar(bytes, from, to));
  }

  /// In a flow sequence a colon would begin a mapping of one entry.
  private void refuseColon() {
    if (peek(0) == ':') {
      throw UnusualYaml.INSTANCE;
    }
  }

  private void refuseContinuation() {
    int p = position;
    while (p < end && (bytes[p] == ' ' || bytes[p] == '\n')) {
      p++;
    }
    if (p >= end || (bytes[p] != ',' && bytes[p] != ']' && bytes[p] != '}')) {
      throw UnusualYaml.INSTANCE;
    }
  }

  /// Refuses what begins something other than plain text.
  final void refuseIndicator(byte b) {
    switch (b) {
      case '&', '*', '!', '%', '@', '`', '|', '>', '#', ',', '[', ']', '{', '}', '\'', '"', ':' ->
          throw UnusualYaml.INSTANCE;
      case '-' -> {
        if (isBlank(position + 1)) { // before a comma it is a text, as Go reads it
          throw UnusualYaml.INSTANCE;
        }
      }
      case '?' -> {
        if (isBlank(position + 1) || classOf(bytes[position + 1]) == FLOW) {
          throw UnusualYaml.INSTANCE;
        }
      }
      default -> {
        if (b >= 0 && b <= ' ') {
          throw UnusualYaml.INSTANCE;
        }
      }
    }
  }

  private void skipFlowBlank() {
    while (position < end) {
      byte b = bytes[position];
      if (b == '\n') {
        position++;
        lineStart = position;
      } else if (b == ' ') {
        position++;
      } else {
        if (b == '#' || b == '\t' || (column() == 0 && isMarker(position))) {
          throw UnusualYaml.INSTANCE;
        }
        return;
      }
    }
    throw UnusualYaml.INSTANCE;
  }
}
