package dev.levada.core.manifest;

import java.util.Comparator;

/// The order in which keys are written.
public final class KeyOrder {

  /// Numbers within keys count as numbers: `a2` stands before `a10`.
  public static final Comparator<String> NATURAL = new NaturalOrder();

  private KeyOrder() {}
}
