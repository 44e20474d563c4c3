package dev.levada.operator.runtime;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/// Entries of one kind and one urgency: each namespace first come, first served; the namespaces by
/// turns, so that a namespace with a thousand objects does not make one with a single object wait.
final class FairQueue {

  /// How often in a row another queue of the lane was preferred; the lane's to count.
  int passedOver;

  private final LinkedHashMap<String, LinkedHashSet<Entry>> namespaces = new LinkedHashMap<>();
  private int size;

  void add(Entry entry) {
    if (namespaces
        .computeIfAbsent(entry.key.namespace(), namespace -> new LinkedHashSet<>())
        .add(entry)) {
      size++;
    }
  }

  void remove(Entry entry) {
    String namespace = entry.key.namespace();
    LinkedHashSet<Entry> entries = namespaces.get(namespace);
    if (entries != null && entries.remove(entry)) {
      size--;
      if (entries.isEmpty()) {
        namespaces.remove(namespace);
      }
    }
  }

  /// Takes the next entry; its namespace goes to the end of the line.
  @Nullable Entry poll() {
    var turn = namespaces.pollFirstEntry();
    if (turn == null) {
      return null;
    }
    Entry entry = turn.getValue().removeFirst();
    size--;
    if (!turn.getValue().isEmpty()) {
      namespaces.put(turn.getKey(), turn.getValue());
    }
    return entry;
  }

  int size() {
    return size;
  }
}
