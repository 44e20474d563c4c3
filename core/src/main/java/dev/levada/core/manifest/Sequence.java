package dev.levada.core.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/// A list of nodes, editable in place.
public final class Sequence implements Node, Iterable<Node> {

  private static final int LONGEST_INDEX = 6;

  private final List<Node> items;

  /// An empty list.
  public Sequence() {
    this.items = new ArrayList<>();
  }

  /// A list of these nodes, which it takes over without copying them.
  public Sequence(Collection<? extends Node> items) {
    this.items = new ArrayList<>(items);
  }

  private Sequence(List<Node> items, boolean own) {
    this.items = own ? items : new ArrayList<>(items);
  }

  /// The nodes; changes to this list are changes to the sequence.
  public List<Node> items() {
    return items;
  }

  /// Appends a node.
  public void add(Node node) {
    items.add(node);
  }

  /// The texts of all items that are scalars, in order.
  public List<String> texts() {
    return items.stream()
        .filter(Scalar.class::isInstance)
        .map(item -> ((Scalar) item).text())
        .toList();
  }

  /// How many nodes it holds.
  public int size() {
    return items.size();
  }

  /// The place that a step of a path names; -1 where it is no index.
  public static int index(String step) {
    boolean number =
        !step.isEmpty()
            && step.length() <= LONGEST_INDEX
            && step.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Integer.parseInt(step) : -1;
  }

  @Override
  public Iterator<Node> iterator() {
    return items.iterator();
  }

  @Override
  public Sequence copy() {
    var copies = new ArrayList<Node>(items.size());
    for (int i = 0; i < items.size(); i++) {
      copies.add(items.get(i).copy());
    }
    return new Sequence(copies, true);
  }

  @Override
  public boolean sameValue(Node other) {
    if (!(other instanceof Sequence that) || that.size() != size()) {
      return false;
    }
    int same = 0;
    while (same < items.size() && items.get(same).sameValue(that.items.get(same))) {
      same++;
    }
    return same == items.size();
  }

  @Override
  public String toString() {
    return items.toString();
  }
}
