package dev.levada.core.message;

import dev.levada.core.gotemplate.value.GoObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A struct that templates read fields of.
///
/// @param typeName how Go writes its type
/// @param fields its fields
/// @param text what it prints as
record Struct(String typeName, Map<String, Object> fields, String text) implements GoObject.Struct {

  @Override
  public @Nullable Object member(String name) {
    return fields.get(name);
  }
}
