package dev.levada.core.gotemplate.value;

import java.util.Locale;

/// Go's kinds of values, as far as templates meet them.
public enum Kind {
  INVALID,
  BOOL,
  INT,
  INT64,
  UINT8,
  UINT64,
  FLOAT64,
  COMPLEX128,
  STRING,
  SLICE,
  MAP,
  STRUCT,
  PTR,
  FUNC;

  /// The name that `kindOf` says.
  public String goName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether this is a signed integer.
  public boolean isSigned() {
    return this == INT || this == INT64;
  }

  /// Whether this is an unsigned integer.
  public boolean isUnsigned() {
    return this == UINT8 || this == UINT64;
  }
}
