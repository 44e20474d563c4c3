package dev.levada.core.plan.fields;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A place inside an object, as a JSON pointer (RFC 6901) names it; items of lists by their index.
///
/// @param keys the steps to it, at least one
public record FieldPath(List<String> keys) {

  private static final int MOST_STEPS = 100;

  /// Reads a pointer such as `/spec/replicas`.
  ///
  /// @throws IllegalArgumentException where it does not begin with a slash, or leads too deep
  public static FieldPath of(String pointer) {
    if (!pointer.startsWith("/")) {
      throw new IllegalArgumentException("'" + pointer + "' does not begin with '/'");
    }
    List<String> keys =
        Arrays.stream(pointer.substring(1).split("/", -1))
            .map(key -> key.replace("~1", "/").replace("~0", "~"))
            .toList();
    if (keys.size() > MOST_STEPS) {
      throw new IllegalArgumentException(
          "a pointer of " + keys.size() + " steps; " + MOST_STEPS + " are allowed");
    }
    return new FieldPath(keys);
  }

  /// What stands there.
  public Optional<Node> find(Mapping root) {
    return keys.isEmpty() ? Optional.empty() : parent(root).flatMap(this::last);
  }

  /// Takes out what stands there, if anything does.
  public void remove(Mapping root) {
    switch (parent(root).orElse(null)) {
      case Mapping mapping -> mapping.remove(keys.getLast());
      case Sequence sequence when last(sequence).isPresent() ->
          sequence.items().remove(Sequence.index(keys.getLast()));
      case null, default -> {}
    }
  }

  /// Puts a value there; mappings on the way are made, items of lists are not.
  public void put(Mapping root, Node value) {
    switch (madeParent(root).orElse(null)) {
      case Mapping mapping -> mapping.put(keys.getLast(), value);
      case Sequence sequence when last(sequence).isPresent() ->
          sequence.items().set(Sequence.index(keys.getLast()), value);
      case null, default -> {}
    }
  }

  private Optional<Node> parent(Mapping root) {
    Optional<Node> node = Optional.of(root);
    for (String key : keys.subList(0, keys.size() - 1)) {
      node = node.flatMap(parent -> parent.under(key));
    }
    return node;
  }

  private Optional<Node> madeParent(Mapping root) {
    Node node = root;
    for (String key : keys.subList(0, keys.size() - 1)) {
      Optional<Node> next =
          node instanceof Mapping mapping && !mapping.has(key)
              ? Optional.of(mapping.child(key))
              : node.under(key);
      if (next.isEmpty()) {
        return next;
      }
      node = next.get();
    }
    return Optional.of(node);
  }

  private Optional<Node> last(Node parent) {
    return parent.under(keys.getLast());
  }

  /// The pointer as it is written.
  @Override
  public String toString() {
    var text = new StringBuilder();
    keys.forEach(key -> text.append(step(key)));
    return text.toString();
  }

  /// One step as it is written, with its slash.
  public static String step(String key) {
    return "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
