package dev.levada.core.image;

/// Which end of the sorted values is the latest.
public enum SortOrder {
  /// The last one.
  ASCENDING,
  /// The first one.
  DESCENDING;

  /// Reads `asc` or `desc`; empty counts as `asc`.
  ///
  /// @throws InvalidPolicy where it is neither
  public static SortOrder of(String text) {
    return switch (text) {
      case "", "asc" -> ASCENDING;
      case "desc" -> DESCENDING;
      default ->
          throw new InvalidPolicy("the order '" + text + "' is not known", "Write asc or desc");
    };
  }
}
