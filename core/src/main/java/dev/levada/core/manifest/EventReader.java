package dev.levada.core.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/// Builds nodes from a parser's events and holds them to the limits.
final class EventReader {

  static final int DEEPEST = 500;
  static final int MOST_NODES = 2_000_000;

  /// A null of which nothing stands between brackets. Output has an empty string for it, because
  /// the real tool writes and reads a resource once more on the way.
  static final Scalar EMPTY_IN_FLOW = new Scalar(Scalar.Kind.NULL, "", true);

  private static final Pattern ANCHOR = Pattern.compile("[0-9A-Za-z_-]+");

  private static final int MOST_COPIED_NODES = 200_000;

  private final Parser parser;
  private final YamlRules rules;
  private final boolean drafts;
  private final Map<Anchor, Node> anchors = new HashMap<>();
  private final Set<Anchor> open = new HashSet<>();
  private final Map<String, String> keys = new HashMap<>();
  private int nodes;
  private int copied;
  private int flows;
  private int odd;
  private @Nullable Scalar lastBlock;

  /// @param drafts whether mappings may have odd keys
  EventReader(Parser parser, YamlRules rules, boolean drafts) {
    this.parser = parser;
    this.rules = rules;
    this.drafts = drafts;
  }

  List<Node> documents(int most) {
    var documents = new ArrayList<Node>();
    int read = 0;
    while (read < most && parser.hasNext()) {
      Event event = parser.next();
      if (event instanceof NodeEvent first) {
        read++;
        anchors.clear();
        Node document = node(first, 0);
        parser.next(); // the document's end, which what follows the node may spoil
        if (!(document instanceof Scalar scalar && scalar.isNull())) {
          documents.add(document);
        }
      }
    }
    return documents;
  }

  /// The scalar that was read last, if it is a block.
  @Nullable Scalar lastBlock() {
    return lastBlock;
  }

  private Node node(NodeEvent event, int depth) {
    if (depth > DEEPEST) {
      throw malformed(event, "exceeded max depth of " + DEEPEST);
    }
    if (++nodes > MOST_NODES) {
      throw malformed(event, "more than " + MOST_NODES + " values in one text");
    }
    if (event instanceof AliasEvent alias) {
      return copyOf(alias, depth);
    }
    Optional<Anchor> anchor = event.getAnchor();
    anchor.ifPresent(name -> begin(name, event));
    Node node =
        switch (event) {
          case ScalarEvent scalar -> remembered(scalar(scalar), scalar);
          case CollectionStartEvent collection -> collection(collection, depth);
          default -> throw malformed(event, "unexpected " + event.getEventId());
        };
    anchor.ifPresent(name -> {
      open.remove(name);
      anchors.put(name, node);
    });
    return node;
  }

  private void begin(Anchor name, Event event) {
    if (rules == YamlRules.KUSTOMIZATION_1_1 && !ANCHOR.matcher(name.getValue()).matches()) {
      int line = event.getStartMark().map(Mark::getLine).orElse(0);
      throw Problems.scanned(
          line, line, "did not find expected alphabetic or numeric character", rules);
    }
    open.add(name);
  }

  private Node collection(CollectionStartEvent event, int depth) {
    int flow = event.isFlow() ? 1 : 0;
    flows += flow;
    Node node = event instanceof SequenceStartEvent ? sequence(depth) : mapping(depth);
    flows -= flow;
    return node;
  }

  private Node copyOf(AliasEvent event, int depth) {
    Anchor name = event.getAlias();
    if (open.contains(name)) {
      throw new MalformedManifest("yaml: anchor '" + name.getValue() + "' value contains itself");
    }
    Node node = anchors.get(name);
    if (node == null) {
      throw new MalformedManifest("yaml: unknown anchor '" + name.getValue() + "' referenced");
    }
    copied += size(node);
    if (copied > MOST_COPIED_NODES || depth + height(node) > DEEPEST) {
      throw new MalformedManifest("yaml: document contains excessive aliasing");
    }
    return node.copy();
  }

  private static int height(Node node) {
    return switch (node) {
      case Scalar _ -> 0;
      case Sequence sequence ->
          1 + sequence.items().stream().mapToInt(EventReader::height).max().orElse(0);
      case Mapping mapping ->
          1 + mapping.entries().values().stream().mapToInt(EventReader::height).max().orElse(0);
    };
  }

  private static int size(Node node) {
    return switch (node) {
      case Scalar _ -> 1;
      case Sequence sequence -> 1 + sequence.items().stream().mapToInt(EventReader::size).sum();
      case Mapping mapping ->
          1 + mapping.entries().values().stream().mapToInt(EventReader::size).sum();
    };
  }

  private Sequence sequence(int depth) {
    var sequence = new Sequence();
    Event event = parser.next();
    while (event instanceof NodeEvent item) {
      sequence.add(node(item, depth + 1));
      event = parser.next();
    }
    return sequence;
  }

  private Mapping mapping(int depth) {
    var mapping = new Mapping();
    var lines = new HashMap<String, Integer>();
    @Nullable Node merged = null;
    Event event = parser.next();
    while (event instanceof NodeEvent keyEvent) {
      boolean merge = isMergeKey(keyEvent);
      @Nullable String key = merge ? null : key(keyEvent, depth);
      Node value = node((NodeEvent) parser.next(), depth + 1);
      if (key != null) {
        put(mapping, key, value, keyEvent, lines);
      } else if (merged == null) {
        merged = mergeable(value);
      } else {
        throw Problems.structure("duplicate merge key");
      }
      event = parser.next();
    }
    if (merged != null) {
      mergeInto(mapping, merged);
    }
    return mapping;
  }

  private void put(
      Mapping mapping, String key, Node value, NodeEvent event, Map<String, Integer> lines) {
    int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    Integer first = lines.putIfAbsent(key, line);
    if (first != null && drafts) {
      mapping.put(OddKeys.repeated(key, odd++, first, line), value);
      return;
    }
    Node before = mapping.entries().put(keys.computeIfAbsent(key, same -> same), value);
    if (before != null && first != null && rules == YamlRules.RESOURCE_V3) {
      throw Problems.value(
          "yaml: unmarshal errors:\n  line %d: mapping key \"%s\" already defined at line %d"
              .formatted(line, key, first));
    }
  }

  private String key(NodeEvent event, int depth) {
    Node node = node(event, depth + 1);
    if (!(node instanceof Scalar key)) {
      return complexKey(node, event);
    }
    if (key.kind() == Scalar.Kind.STRING || (key.isNull() && key.quoted())) {
      if (drafts && OddKeys.isOdd(key.text())) {
        throw Problems.value("yaml: control characters are not allowed"); // nobody's but ours
      }
      return key.text();
    }
    if (drafts) {
      return OddKeys.number(key, odd++);
    }
    return switch (rules) {
      case KUSTOMIZATION_1_1 -> asText(key, depth);
      case RESOURCE_V3 ->
          throw Problems.value(
              "json: unsupported type: map[interface {}]interface {}: the key '"
                  + key.text()
                  + "' is not a text (line "
                  + line(event)
                  + "); put it in quotes");
    };
  }

  private String asText(Scalar key, int depth) {
    return switch (key.kind()) {
      case NULL ->
          throw Problems.value(
              "unsupported map key of type: %!s(<nil>), key: <nil>, value: "
                  + GoSyntax.of(node((NodeEvent) parser.next(), depth + 1)));
      case INTEGER -> Integers.decimal(key.text());
      case FLOAT -> Floats.yaml(key.text());
      case STRING, BOOLEAN, TIMESTAMP -> key.text().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private String complexKey(Node node, NodeEvent event) {
    if (drafts) {
      return OddKeys.complex(node, odd++);
    }
    String shown =
        switch (rules) {
          case KUSTOMIZATION_1_1 -> GoSyntax.of(node);
          case RESOURCE_V3 -> "only a text can be a key (line " + line(event) + ")";
        };
    throw Problems.value("yaml: invalid map key: " + shown);
  }

  private static String line(Event event) {
    return event.getStartMark().map(mark -> Integer.toString(mark.getLine() + 1)).orElse("?");
  }

  private static boolean isMergeKey(NodeEvent event) {
    return event instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getValue().equals("<<")
        && scalar.getTag().isEmpty();
  }

  private static Node mergeable(Node value) {
    boolean mergeable =
        value instanceof Mapping
            || (value instanceof Sequence list
                && list.items().stream().allMatch(Mapping.class::isInstance));
    if (!mergeable) {
      throw Problems.structure("map merge requires map or sequence of maps as the value");
    }
    return value;
  }

  private static void mergeInto(Mapping mapping, Node source) {
    switch (source) {
      case Mapping from -> from.entries().forEach(mapping.entries()::putIfAbsent);
      case Sequence list -> list.forEach(item -> mergeInto(mapping, item));
      case Scalar _ -> {}
    }
  }

  private Scalar remembered(Scalar scalar, ScalarEvent event) {
    lastBlock = event.isLiteral() || event.isFolded() ? scalar : null;
    return scalar;
  }

  private Scalar scalar(ScalarEvent event) {
    Optional<String> tag = event.getTag();
    if (tag.isPresent()) {
      return TaggedScalars.resolve(tag.get(), event.getValue(), rules)
          .orElseThrow(() ->
              Problems.value(
                  "yaml: cannot decode !!str `"
                      + event.getValue()
                      + "` as a "
                      + tag.get().replace("tag:yaml.org,2002:", "!!")));
    }
    if (event.isFolded() && rules == YamlRules.RESOURCE_V3) {
      return new Scalar(Scalar.Kind.STRING, FoldedText.rewritten(event.getValue()), true);
    }
    if (!event.isPlain()) {
      return new Scalar(Scalar.Kind.STRING, event.getValue(), true);
    }
    Scalar plain = PlainScalars.resolve(event.getValue(), rules);
    return flows > 0 && rules == YamlRules.RESOURCE_V3 ? inFlow(plain) : plain;
  }

  /// What an unquoted scalar between brackets becomes: the real tool writes it once more in quotes
  /// where it is empty or holds a colon.
  static Scalar inFlow(Scalar plain) {
    if (plain.isNull() && plain.text().isEmpty()) {
      return EMPTY_IN_FLOW;
    }
    return plain.kind() == Scalar.Kind.TIMESTAMP && plain.text().indexOf(':') >= 0
        ? new Scalar(Scalar.Kind.STRING, plain.text(), true)
        : plain;
  }

  private static MalformedManifest malformed(Event event, String problem) {
    String line =
        event.getStartMark().map(mark -> "line " + (mark.getLine() + 1) + ": ").orElse("");
    return new MalformedManifest("yaml: " + line + problem);
  }
}
