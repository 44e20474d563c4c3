package dev.levada.core.manifest;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keys and their nodes in the order in which they were written, editable in place.
public final class Mapping implements Node {

  private final Entries entries;

  /// An empty mapping.
  public Mapping() {
    this(new Entries());
  }

  private Mapping(Entries entries) {
    this.entries = entries;
  }

  /// The entries; changes to this map are changes to the mapping.
  public Map<String, Node> entries() {
    return entries;
  }

  /// The node under a key, or null where the key is missing.
  public @Nullable Node get(String key) {
    return entries.get(key);
  }

  /// The node at the end of a path of keys, or null where a key is missing or something on the way
  /// is not a mapping.
  public @Nullable Node at(String... path) {
    Node node = this;
    for (String key : path) {
      Node next = node instanceof Mapping mapping ? mapping.get(key) : null;
      if (next == null) {
        return null;
      }
      node = next;
    }
    return node;
  }

  /// The mapping at the end of a path of keys, or an empty one that belongs to nobody.
  public Mapping mappingAt(String... path) {
    return at(path) instanceof Mapping mapping ? mapping : new Mapping();
  }

  /// The sequence at the end of a path of keys, or an empty one that belongs to nobody.
  public Sequence sequenceAt(String... path) {
    return at(path) instanceof Sequence sequence ? sequence : new Sequence();
  }

  /// The text of the scalar at the end of a path of keys, or the empty string where there is none
  /// or it is null.
  public String textAt(String... path) {
    return at(path) instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : "";
  }

  /// The boolean at the end of a path of keys; false where there is none.
  public boolean isTrueAt(String... path) {
    return at(path) instanceof Scalar scalar && scalar.isTrue();
  }

  /// The whole number at the end of a path of keys, or the given one where there is none that fits.
  public long numberAt(long otherwise, String... path) {
    if (at(path) instanceof Scalar scalar && scalar.kind() == Scalar.Kind.INTEGER) {
      try {
        return Long.parseLong(Integers.decimal(scalar.text()));
      } catch (NumberFormatException tooLarge) {
        return otherwise;
      }
    }
    return otherwise;
  }

  /// The mapping under a key; made, in place of whatever is not a mapping, where there is none.
  public Mapping child(String key) {
    if (entries.get(key) instanceof Mapping mapping) {
      return mapping;
    }
    var made = new Mapping();
    entries.put(key, made);
    return made;
  }

  /// Sets a key, in its old place where it had one, and gives back this mapping.
  public Mapping put(String key, Node value) {
    entries.put(key, value);
    return this;
  }

  /// Sets a key to a text and gives back this mapping.
  public Mapping put(String key, String text) {
    return put(key, Scalar.of(text));
  }

  /// The entries in another order.
  Entries sorted(Comparator<String> order) {
    return entries.sorted(order);
  }

  /// Removes a key and gives back what stood there, or null.
  public @Nullable Node remove(String key) {
    return entries.remove(key);
  }

  /// Removes a key; where it stands there twice, the next one takes its place.
  public void removeFirst(String key) {
    entries.remove(key);
    OddKeys.promote(this, key);
  }

  /// Whether a key is what a draft has for one that stands there before, or is no text.
  public static boolean isOdd(String key) {
    return OddKeys.isOdd(key);
  }

  /// A key as it was written, be it odd or not.
  public static String shown(String key) {
    return OddKeys.shown(key);
  }

  /// Gives keys that would be no text without quotes the names that they have in drafts.
  public void makeOdd(Set<String> keys) {
    OddKeys.make(this, keys);
  }

  /// Why this object, read as a draft, can not be read again once it is written; empty where it
  /// can.
  ///
  /// @param notes how many annotations it has that are not among its fields
  public Optional<String> problem(int notes) {
    return OddKeys.problem(this, notes);
  }

  /// The mapping as Go writes it in its own syntax.
  public String inGo() {
    return GoSyntax.strict(this);
  }

  /// The line of a key of one of its mappings when it is written in the order of its fields.
  ///
  /// @param notes how many annotations it has that are not among its fields
  public int lineOf(int notes, Mapping within, String key) {
    int at = List.copyOf(within.entries.keySet()).indexOf(key);
    return new WrittenLines(this, notes).of(within).get(at);
  }

  /// Whether a key is there, be its value null or not.
  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /// Whether there are no keys.
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /// The texts of all entries that are scalars, in order; what labels, annotations and data are
  /// read with.
  public Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    entries.forEach((key, value) -> {
      if (value instanceof Scalar scalar) {
        texts.put(key, scalar.isNull() ? "" : scalar.text());
      }
    });
    return texts;
  }

  /// A mapping of these texts.
  public static Mapping ofTexts(Map<String, String> texts) {
    var mapping = new Mapping();
    texts.forEach(mapping::put);
    return mapping;
  }

  /// Gives every scalar the value it has once it was written out and read again, in place.
  ///
  /// @throws MalformedManifest where a number is not finite
  public void settle() {
    SettledValues.settle(this);
  }

  /// Reads all texts as they are once the mapping was written as JSON and that was read as YAML.
  ///
  /// @throws MalformedManifest where a text has a character that YAML does not allow
  public void readTextsAsJson() {
    try {
      JsonTexts.read(this);
    } catch (MalformedManifest e) {
      throw Problems.value(GoSyntax.strict(this) + ": " + e.getMessage());
    }
  }

  @Override
  public Mapping copy() {
    return new Mapping(entries.deepCopy());
  }

  @Override
  public boolean sameValue(Node other) {
    if (!(other instanceof Mapping that) || that.entries.size() != entries.size()) {
      return false;
    }
    for (int i = 0; i < entries.size(); i++) {
      Node theirs = that.entries.get(entries.keyAt(i));
      if (theirs == null || !entries.valueAt(i).sameValue(theirs)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return entries.toString();
  }
}
