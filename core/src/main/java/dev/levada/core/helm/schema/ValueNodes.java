package dev.levada.core.helm.schema;

import dev.levada.core.gotemplate.number.Int64;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.gotemplate.value.Nil;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Values as the schema library wants them. A whole number is an integer, however it is held.
final class ValueNodes {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final double LARGEST_EXACT = 1L << 53;

  private ValueNodes() {}

  static JsonNode of(Object value) {
    return switch (value) {
      case Nil _ -> NODES.nullNode();
      case String text -> NODES.stringNode(GoStrings.valid(text));
      case Boolean flag -> NODES.booleanNode(flag);
      case GoList list ->
          NODES.arrayNode().addAll(list.asList().stream().map(ValueNodes::of).toList());
      case GoMap map -> {
        var object = NODES.objectNode();
        for (String key : map.keys()) {
          object.set(key, of(map.get(key)));
        }
        yield object;
      }
      default -> number(value);
    };
  }

  private static JsonNode number(Object value) {
    return switch (value) {
      case Long number -> NODES.numberNode((long) number);
      case Int64 number -> NODES.numberNode(number.value());
      case Double number -> number((double) number);
      default -> NODES.stringNode(value.toString());
    };
  }

  private static JsonNode number(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT;
    return whole ? NODES.numberNode((long) number) : NODES.numberNode(number);
  }
}
