package dev.levada.core.gotemplate.function;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The functions that a template may call, by name. A template is bound to them when it is parsed.
public final class FunctionTable {

  private final Map<String, Function> functions;

  private FunctionTable(Map<String, Function> functions) {
    this.functions = Map.copyOf(functions);
  }

  /// A table of functions; of two with one name the later counts.
  public static FunctionTable of(Collection<Function> functions) {
    var table = new HashMap<String, Function>();
    functions.forEach(function -> table.put(function.name(), function));
    return new FunctionTable(table);
  }

  /// This table and more functions, which replace those of the same name.
  public FunctionTable with(Collection<Function> more) {
    var table = new HashMap<>(functions);
    more.forEach(function -> table.put(function.name(), function));
    return new FunctionTable(table);
  }

  /// The function of a name, or null.
  public @Nullable Function find(String name) {
    return functions.get(name);
  }

  /// All names.
  public Set<String> names() {
    return functions.keySet();
  }
}
