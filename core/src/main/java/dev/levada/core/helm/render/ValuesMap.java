package dev.levada.core.helm.render;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.function.Parameter;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.MapType;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.helm.table.Tables;
import org.jspecify.annotations.Nullable;

/// A table with the methods that Helm's own type of values has; they hide keys of their names.
final class ValuesMap extends GoMap {

  private static final MapType TYPE = new MapType("common.Values", "interface {}", Nil.NIL);

  /// A table over the same entries.
  ValuesMap(GoMap shared) {
    super(TYPE, shared);
  }

  @Override
  public @Nullable Object method(String name) {
    return switch (name) {
      case "YAML" -> Function.of(name, (_, _) -> EncodedYaml.text(plain()) + "\n");
      case "AsMap" -> Function.of(name, (_, _) -> size() == 0 ? GoMap.create() : plain());
      case "Table" ->
          Function.of(name, (_, arguments) -> table((String) arguments[0]), Parameter.STRING);
      case "PathValue" ->
          Function.of(name, (_, arguments) -> value((String) arguments[0]), Parameter.STRING);
      default -> null;
    };
  }

  private Object table(String path) {
    GoMap at = plain();
    for (String key : path.split("\\.", -1)) {
      if (!(at.get(key) instanceof GoMap next)) {
        throw new FunctionFailed("\"" + key + "\" is not a table");
      }
      at = next;
    }
    return new ValuesMap(at);
  }

  private Object value(String path) {
    return Tables.leaf(plain(), path)
        .orElseThrow(() ->
            new FunctionFailed(
                "\"" + path.substring(path.lastIndexOf('.') + 1) + "\" is not a value"));
  }
}
