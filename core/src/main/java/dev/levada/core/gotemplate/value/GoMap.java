package dev.levada.core.gotemplate.value;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A map with string keys. Templates change it in place (`set`, `merge`), so one render must not
/// share it with another. A type with methods of its own is a subclass.
public class GoMap {

  private static final String[] NO_KEYS = {};

  private final MapType type;
  private final Map<String, Object> entries;
  private final boolean isNil;
  private String @Nullable [] sorted;

  /// An empty map of a type.
  public GoMap(MapType type) {
    this(type, new HashMap<>(), false);
  }

  private GoMap(MapType type, Map<String, Object> entries, boolean isNil) {
    this.type = type;
    this.entries = entries;
    this.isNil = isNil;
  }

  /// A map of another type over the same entries: a change to one is seen in the other.
  protected GoMap(MapType type, GoMap shared) {
    this(type, shared.entries, shared.isNil);
  }

  /// An empty `map[string]interface {}`.
  public static GoMap create() {
    return new GoMap(MapType.ANY);
  }

  /// A nil `map[string]interface {}`: reads as empty, cannot be written.
  public static GoMap nil() {
    return new GoMap(MapType.ANY, Map.of(), true);
  }

  /// A `map[string]interface {}` over the same entries, whatever this map's own type.
  public GoMap plain() {
    return type.equals(MapType.ANY) ? this : new GoMap(MapType.ANY, this);
  }

  /// The map's type.
  public final MapType type() {
    return type;
  }

  /// Whether it is a nil map.
  public final boolean isNil() {
    return isNil;
  }

  /// How many keys it has.
  public final int size() {
    return entries.size();
  }

  /// The value of a key, or what Go reads where it is absent.
  public final Object get(String key) {
    return entries.getOrDefault(key, type.zero());
  }

  /// What stands for a key where a template walks over the map: the key itself, or, in a subclass,
  /// the struct that the key was made of.
  public Object shownKey(String key) {
    return key;
  }

  /// Whether a key is present, be its value nil.
  public final boolean has(String key) {
    return entries.containsKey(key);
  }

  /// Sets a key.
  public final void put(String key, Object value) {
    int before = entries.size();
    entries.put(key, value);
    if (entries.size() != before) {
      sorted = null;
    }
  }

  /// Removes a key.
  public final void remove(String key) {
    if (entries.remove(key) != null) {
      sorted = null;
    }
  }

  /// The keys in the order of their bytes; not to be changed. Maps that share entries see each
  /// other's changes, hence the length is looked at again.
  public String[] keys() {
    String[] keys = sorted;
    if (keys == null || keys.length != entries.size() || isShared()) {
      keys = entries.keySet().toArray(NO_KEYS);
      Arrays.sort(keys, GoStrings::compare);
      sorted = keys;
    }
    return keys;
  }

  private boolean isShared() {
    return !type.equals(MapType.ANY) && !type.equals(MapType.STRINGS);
  }

  /// A method of the map's type as a function value, or null: it shadows the key of its name.
  public @Nullable Object method(String name) {
    return null;
  }
}
