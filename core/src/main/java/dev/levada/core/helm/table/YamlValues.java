package dev.levada.core.helm.table;

import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.sprig.encoding.EncodingFailed;
import dev.levada.core.sprig.encoding.GoYaml;
import dev.levada.core.sprig.encoding.YamlText;
import java.math.BigDecimal;

/// Values from YAML as Helm reads it: YAML 1.1 by way of JSON, so that every number is a float64.
public final class YamlValues {

  private YamlValues() {}

  /// The table in a text's first document; empty where there is nothing.
  ///
  /// @throws YamlInvalid where it is no YAML or no table
  public static GoMap table(byte[] utf8) {
    Mapping mapping = mapping(utf8, "map[string]interface {}");
    return (GoMap) value(mapping);
  }

  /// The mapping in a text's first document; empty where there is nothing.
  ///
  /// @param type what errors say of the type that was wanted
  /// @throws YamlInvalid where it is no YAML or no mapping
  public static Mapping mapping(byte[] utf8, String type) {
    Node first = first(utf8);
    refuseInfinite(first);
    return switch (first) {
      case Mapping mapping -> mapping;
      case Scalar scalar when scalar.isNull() -> new Mapping();
      case Sequence _, Scalar _ ->
          throw new YamlInvalid(
              "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal "
                  + first.jsonType()
                  + " into Go value of type "
                  + type);
    };
  }

  /// What JSON does not know is refused wherever it stands.
  private static void refuseInfinite(Node node) {
    switch (node) {
      case Mapping mapping -> mapping.entries().values().forEach(YamlValues::refuseInfinite);
      case Sequence list -> list.forEach(YamlValues::refuseInfinite);
      case Scalar scalar when scalar.kind() == Scalar.Kind.FLOAT -> value(scalar);
      case Scalar _ -> {}
    }
  }

  private static Node first(byte[] utf8) {
    try {
      return GoYaml.first(utf8).orElse(Scalar.NULL);
    } catch (EncodingFailed e) {
      throw new YamlInvalid(e.text());
    }
  }

  /// A node of another type than a field wants.
  public static YamlInvalid wrong(Node node, String field, String type) {
    return new YamlInvalid(
        "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal "
            + node.jsonType()
            + " into Go struct field "
            + field
            + " of type "
            + type);
  }

  /// A node as a template sees it.
  ///
  /// @throws YamlInvalid for a number that JSON does not know
  public static Object value(Node node) {
    try {
      return YamlText.value(node);
    } catch (EncodingFailed e) {
      throw new YamlInvalid(e.text());
    }
  }

  /// A scalar where Go wants a text: numbers are written as JSON would.
  public static String text(Scalar scalar) {
    return switch (scalar.kind()) {
      case NULL -> "";
      case STRING, TIMESTAMP -> scalar.text();
      case INTEGER, BOOLEAN -> Json.text(scalar);
      case FLOAT -> {
        var number = new BigDecimal(Json.text(scalar));
        yield number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
      }
    };
  }
}
