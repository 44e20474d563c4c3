package dev.levada.core.tree;

/// A path that is absolute, leaves its tree or is no path at all; the caller knows which field it
/// came from.
public final class UnsafePath extends RuntimeException {

  /// @param message the path and what is wrong with it
  public UnsafePath(String message) {
    super(message);
  }
}
