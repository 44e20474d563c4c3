package dev.levada.core.sprig.collection;

import dev.levada.core.gotemplate.function.Function;
import java.util.ArrayList;
import java.util.List;

/// Functions on lists and dictionaries.
public final class CollectionFunctions {

  private CollectionFunctions() {}

  /// All functions of this package.
  public static List<Function> all() {
    var all = new ArrayList<>(ListFunctions.all());
    all.addAll(DictionaryFunctions.all());
    return all;
  }

  /// A function under its name and the one that says that it may fail; both do.
  static List<Function> both(Function function) {
    String name = function.name();
    return List.of(
        function, function.as("must" + Character.toUpperCase(name.charAt(0)) + name.substring(1)));
  }
}
