package dev.levada.core.manifest;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The entries of a mapping: an ordered map in two arrays, a third of the size of a linked hash
/// map. Most mappings of manifests have a handful of keys, which are found by looking at each; an
/// index is only made beyond that.
final class Entries extends AbstractMap<String, Node> {

  private static final int SMALL = 8;
  private static final String[] NO_KEYS = {};
  private static final Node[] NO_VALUES = {};

  private String[] keys;
  private Node[] values;
  private int size;

  /// Positions plus one by hash, or null where the map is small or the index went stale.
  private int @Nullable [] index;

  Entries() {
    keys = NO_KEYS;
    values = NO_VALUES;
  }

  private Entries(String[] keys, Node[] values, int size) {
    this.keys = keys;
    this.values = values;
    this.size = size;
  }

  /// A copy of the keys, and of each value.
  Entries deepCopy() {
    var copies = new Node[size];
    for (int i = 0; i < size; i++) {
      copies[i] = values[i].copy();
    }
    return new Entries(Arrays.copyOf(keys, size), copies, size);
  }

  /// These entries if they are in this order already, or others that share their values.
  Entries sorted(Comparator<String> order) {
    for (int i = 1; i < size; i++) {
      if (order.compare(keys[i - 1], keys[i]) > 0) {
        return inOrder(order);
      }
    }
    return this;
  }

  private Entries inOrder(Comparator<String> order) {
    String[] sortedKeys = Arrays.copyOf(keys, size);
    Arrays.sort(sortedKeys, order);
    var sortedValues = new Node[size];
    for (int i = 0; i < size; i++) {
      sortedValues[i] = values[position(sortedKeys[i])];
    }
    return new Entries(sortedKeys, sortedValues, size);
  }

  String keyAt(int position) {
    return keys[position];
  }

  Node valueAt(int position) {
    return values[position];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public @Nullable Node get(Object key) {
    int position = position(key);
    return position < 0 ? null : values[position];
  }

  @Override
  public boolean containsKey(Object key) {
    return position(key) >= 0;
  }

  @Override
  public @Nullable Node put(String key, Node value) {
    int position = position(key);
    if (position >= 0) {
      Node before = values[position];
      values[position] = value;
      return before;
    }
    append(key, value);
    return null;
  }

  private void append(String key, Node value) {
    if (size == keys.length) {
      int room = size < 2 ? 2 : size + (size >> 1) + 1;
      keys = Arrays.copyOf(keys, room);
      values = Arrays.copyOf(values, room);
    }
    keys[size] = key;
    values[size] = value;
    size++;
    if (index != null) {
      enter(index, size - 1);
    }
  }

  @Override
  public @Nullable Node remove(Object key) {
    int position = position(key);
    if (position < 0) {
      return null;
    }
    Node before = values[position];
    removeAt(position);
    return before;
  }

  private void removeAt(int position) {
    int behind = size - position - 1;
    System.arraycopy(keys, position + 1, keys, position, behind);
    System.arraycopy(values, position + 1, values, position, behind);
    size--;
    Arrays.fill(keys, size, size + 1, null);
    Arrays.fill(values, size, size + 1, null);
    index = null;
  }

  @Override
  public void clear() {
    keys = NO_KEYS;
    values = NO_VALUES;
    size = 0;
    index = null;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Node> action) {
    for (int i = 0; i < size; i++) {
      action.accept(keys[i], values[i]);
    }
  }

  @Override
  public void replaceAll(BiFunction<? super String, ? super Node, ? extends Node> change) {
    for (int i = 0; i < size; i++) {
      values[i] = change.apply(keys[i], values[i]);
    }
  }

  @Override
  public Set<Map.Entry<String, Node>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, Node>> iterator() {
        return new Cursor();
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  private int position(Object key) {
    if (size <= SMALL) {
      for (int i = 0; i < size; i++) {
        if (keys[i].equals(key)) {
          return i;
        }
      }
      return -1;
    }
    int[] known = index();
    int slot = slot(key.hashCode(), known.length);
    while (known[slot] != 0) {
      if (keys[known[slot] - 1].equals(key)) {
        return known[slot] - 1;
      }
      slot = (slot + 1) & (known.length - 1);
    }
    return -1;
  }

  private int[] index() {
    if (index == null || index.length < size * 2) {
      var made = new int[Integer.highestOneBit(size) * 4];
      index = made;
      for (int i = 0; i < size; i++) {
        enter(made, i);
      }
    }
    return index;
  }

  private void enter(int[] known, int position) {
    int slot = slot(keys[position].hashCode(), known.length);
    while (known[slot] != 0) {
      slot = (slot + 1) & (known.length - 1);
    }
    known[slot] = position + 1;
  }

  private static int slot(int hash, int length) {
    return (hash ^ (hash >>> 15)) & (length - 1);
  }

  private final class Cursor implements Iterator<Map.Entry<String, Node>> {

    private int next;

    @Override
    public boolean hasNext() {
      return next < size;
    }

    @Override
    public Map.Entry<String, Node> next() {
      if (next >= size) {
        throw new NoSuchElementException();
      }
      next++;
      return new Place(keys[next - 1], values[next - 1]);
    }

    @Override
    public void remove() {
      next--;
      removeAt(next);
    }
  }

  private final class Place extends SimpleEntry<String, Node> {

    private static final long serialVersionUID = 1;

    Place(String key, Node value) {
      super(key, value);
    }

    @Override
    public Node setValue(Node value) {
      put(getKey(), value);
      return Objects.requireNonNull(super.setValue(value));
    }
  }
}
