package dev.levada.core.sprig.encoding;

import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.Nil;

/// What Go's decoder says when a document's top is of another type than is wanted.
final class GoTypes {

  private GoTypes() {}

  static GoMap table(Object value) throws EncodingFailed {
    return switch (value) {
      case GoMap map -> map;
      case Nil _ -> GoMap.create();
      default -> throw mismatch(value, "map[string]interface {}");
    };
  }

  static GoList list(Object value) throws EncodingFailed {
    return switch (value) {
      case GoList list -> list;
      case Nil _ -> GoList.of();
      default -> throw mismatch(value, "[]interface {}");
    };
  }

  private static EncodingFailed mismatch(Object value, String wanted) {
    String kind =
        switch (value) {
          case GoMap _ -> "object";
          case GoList _ -> "array";
          case String _ -> "string";
          case Boolean _ -> "bool";
          default -> "number";
        };
    return new EncodingFailed(
        "json: cannot unmarshal " + kind + " into Go value of type " + wanted);
  }
}
