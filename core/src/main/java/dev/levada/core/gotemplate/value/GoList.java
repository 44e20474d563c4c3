package dev.levada.core.gotemplate.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// A slice of any element type; its own class for speed and for its type. A type with methods of
/// its own is a subclass.
public non-sealed class GoList implements GoSlice {

  private static final Object[] NOTHING = {};

  /// The nil list of `[]interface {}`.
  public static final GoList NIL = new GoList(SliceType.ANY, NOTHING, true);

  private final SliceType type;
  private final Object[] items;
  private final boolean isNil;

  private GoList(SliceType type, Object[] items, boolean isNil) {
    this.type = type;
    this.items = items;
    this.isNil = isNil;
  }

  /// A list of a type with methods; the array is the list's from now on.
  protected GoList(SliceType type, Object[] items) {
    this(type, items, false);
  }

  /// A list of `[]interface {}`; the array is the list's from now on.
  public static GoList of(Object... items) {
    return new GoList(SliceType.ANY, items, false);
  }

  /// A list of `[]interface {}`.
  public static GoList copyOf(Collection<?> items) {
    return new GoList(SliceType.ANY, items.toArray(), false);
  }

  /// A list of `[]string`.
  public static GoList strings(Collection<String> items) {
    return new GoList(SliceType.STRINGS, items.toArray(), false);
  }

  /// A list of another type; the array is the list's from now on.
  public static GoList of(SliceType type, Object[] items) {
    return new GoList(type, items, false);
  }

  /// A nil list of a type.
  public static GoList nil(SliceType type) {
    return new GoList(type, NOTHING, true);
  }

  @Override
  public final SliceType type() {
    return type;
  }

  @Override
  public final int size() {
    return items.length;
  }

  @Override
  public final Object get(int index) {
    return items[index];
  }

  @Override
  public final boolean isNil() {
    return isNil;
  }

  @Override
  public final GoList slice(int from, int to) {
    return new GoList(type, Arrays.copyOfRange(items, from, to), false);
  }

  /// A copy of the elements.
  public final Object[] toArray() {
    return items.clone();
  }

  /// The elements as a list that cannot be changed.
  public final List<Object> asList() {
    return List.of(items);
  }
}
