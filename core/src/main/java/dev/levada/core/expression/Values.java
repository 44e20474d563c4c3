package dev.levada.core.expression;

import com.google.protobuf.NullValue;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Objects as CEL sees them.
final class Values {

  private Values() {}

  static Map<String, Object> of(Mapping mapping) {
    var values = new HashMap<String, Object>();
    mapping.entries().forEach((key, value) -> values.put(key, of(value)));
    return values;
  }

  static Object of(Node node) {
    return switch (node) {
      case Mapping mapping -> of(mapping);
      case Sequence sequence -> {
        List<Object> values = new ArrayList<>(sequence.size());
        sequence.items().forEach(item -> values.add(of(item)));
        yield values;
      }
      case Scalar scalar -> of(scalar);
    };
  }

  private static Object of(Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING, TIMESTAMP -> scalar.text();
      case BOOLEAN -> scalar.isTrue();
      case NULL -> NullValue.NULL_VALUE;
      case INTEGER, FLOAT -> number(scalar.text());
    };
  }

  private static Object number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException notALong) {
      return Double.valueOf(text);
    }
  }
}
