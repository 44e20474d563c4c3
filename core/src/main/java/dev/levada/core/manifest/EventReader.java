package dev.levada.core.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.parser.Parser;

/// Builds nodes from a parser's events and holds them to the limits.
final class EventReader {

  private static final int DEEPEST = 100;
  private static final int MOST_NODES = 2_000_000;
  private static final int MOST_COPIED_NODES = 200_000;

  private final Parser parser;
  private final YamlRules rules;
  private final Map<Anchor, Node> anchors = new HashMap<>();
  private final Set<Anchor> open = new HashSet<>();
  private final Map<String, String> keys = new HashMap<>();
  private int nodes;
  private int copied;

  EventReader(Parser parser, YamlRules rules) {
    this.parser = parser;
    this.rules = rules;
  }

  List<Node> documents() {
    var documents = new ArrayList<Node>();
    while (parser.hasNext()) {
      Event event = parser.next();
      if (event instanceof NodeEvent first) {
        anchors.clear();
        Node document = node(first, 0);
        if (!(document instanceof Scalar scalar && scalar.isNull())) {
          documents.add(document);
        }
      }
    }
    return documents;
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
    anchor.ifPresent(open::add);
    Node node =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar);
          case SequenceStartEvent _ -> sequence(depth);
          case MappingStartEvent _ -> mapping(depth);
          default -> throw malformed(event, "unexpected " + event.getEventId());
        };
    anchor.ifPresent(name -> {
      open.remove(name);
      anchors.put(name, node);
    });
    return node;
  }

  private Node copyOf(AliasEvent event, int depth) {
    Anchor name = event.getAlias();
    if (open.contains(name)) {
      throw malformed(event, "anchor '" + name.getValue() + "' value contains itself");
    }
    Node node = anchors.get(name);
    if (node == null) {
      throw malformed(event, "unknown anchor '" + name.getValue() + "' referenced");
    }
    copied += size(node);
    if (copied > MOST_COPIED_NODES || depth + height(node) > DEEPEST) {
      throw malformed(event, "document contains excessive aliasing");
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
    var merged = new ArrayList<Node>();
    Event event = parser.next();
    while (event instanceof NodeEvent keyEvent) {
      boolean merge = isMergeKey(keyEvent);
      @Nullable String key = merge ? null : key(keyEvent, depth);
      Node value = node((NodeEvent) parser.next(), depth + 1);
      if (key == null) {
        merged.add(mergeable(keyEvent, value));
      } else {
        put(mapping, key, value, keyEvent);
      }
      event = parser.next();
    }
    merged.forEach(source -> mergeInto(mapping, source));
    return mapping;
  }

  private void put(Mapping mapping, String key, Node value, NodeEvent event) {
    Node before = mapping.entries().put(keys.computeIfAbsent(key, same -> same), value);
    if (before != null && rules == YamlRules.RESOURCE_V3) {
      throw malformed(event, "mapping key \"" + key + "\" already defined");
    }
  }

  private String key(NodeEvent event, int depth) {
    if (!(node(event, depth + 1) instanceof Scalar key)) {
      throw malformed(event, "invalid map key: only a text can be a key");
    }
    if (key.kind() == Scalar.Kind.STRING) {
      return key.text();
    }
    if (rules == YamlRules.RESOURCE_V3) {
      throw malformed(
          event,
          "key '"
              + key.text()
              + "' is not a text (json: unsupported type: map[interface {}]interface {}); put it"
              + " in quotes");
    }
    return switch (key.kind()) {
      case NULL -> "null";
      case INTEGER -> Integers.decimal(key.text());
      case FLOAT -> Floats.yaml(key.text());
      case STRING, BOOLEAN, TIMESTAMP -> key.text().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static boolean isMergeKey(NodeEvent event) {
    return event instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getValue().equals("<<")
        && scalar.getTag().isEmpty();
  }

  private Node mergeable(NodeEvent event, Node value) {
    boolean mergeable =
        value instanceof Mapping
            || (value instanceof Sequence list
                && list.items().stream().allMatch(Mapping.class::isInstance));
    if (!mergeable) {
      throw malformed(event, "map merge requires map or sequence of maps as the value");
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

  private Scalar scalar(ScalarEvent event) {
    Optional<String> tag = event.getTag();
    if (tag.isPresent()) {
      return TaggedScalars.resolve(tag.get(), event.getValue(), rules)
          .orElseThrow(
              () -> malformed(event, "cannot decode `" + event.getValue() + "` as a " + tag.get()));
    }
    return event.isPlain()
        ? PlainScalars.resolve(event.getValue(), rules)
        : new Scalar(Scalar.Kind.STRING, event.getValue(), true);
  }

  private static MalformedManifest malformed(Event event, String problem) {
    String line =
        event.getStartMark().map(mark -> "line " + (mark.getLine() + 1) + ": ").orElse("");
    return new MalformedManifest("yaml: " + line + problem);
  }
}
