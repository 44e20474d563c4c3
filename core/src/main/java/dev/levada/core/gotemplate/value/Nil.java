package dev.levada.core.gotemplate.value;

/// The untyped nil: an absent key, a YAML null, the literal `nil`. No value is ever a Java null.
public enum Nil {
  NIL
}
