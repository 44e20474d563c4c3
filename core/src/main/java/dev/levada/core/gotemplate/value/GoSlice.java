package dev.levada.core.gotemplate.value;

import org.jspecify.annotations.Nullable;

/// A Go slice: elements of one type, in order; never changed.
public sealed interface GoSlice permits GoList, GoBytes {

  /// The slice's type.
  SliceType type();

  /// Its length.
  int size();

  /// The element at a place that exists.
  Object get(int index);

  /// Whether it is a nil slice, which is empty and prints `null` in JSON.
  default boolean isNil() {
    return false;
  }

  /// The same elements from one place up to another.
  GoSlice slice(int from, int to);

  /// A method of the slice's type as a function value, or null.
  default @Nullable Object method(String name) {
    return null;
  }
}
