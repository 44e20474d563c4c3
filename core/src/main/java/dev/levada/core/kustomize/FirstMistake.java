package dev.levada.core.kustomize;

import org.jspecify.annotations.Nullable;

/// The mistake of a file that kustomize tells of where there are several: it reads the fields in
/// the order of their names, goes on behind a mistake, and keeps the first.
final class FirstMistake {

  private String position = "";
  private @Nullable BuildFailed failure;

  /// @param at the way to the mistake, as {@link #below} makes it
  void found(String at, BuildFailed mistake) {
    if (failure == null || at.compareTo(position) < 0) {
      position = at;
      failure = mistake;
    }
  }

  void raise() {
    if (failure != null) {
      throw failure;
    }
  }

  /// The way to a field; it sorts as its names do, one by one.
  static String below(String position, String name) {
    return position + name + '\0';
  }

  /// The way to an element.
  static String below(String position, int index) {
    return below(position, "%09d".formatted(index));
  }
}
