package dev.levada.core.substitute;

import java.util.Map;
import java.util.TreeMap;

/// Variables from several sources, of which a later one wins. Line breaks are taken out of values,
/// so that one with a break at its end, as files have it, does not break the YAML around it.
public final class Variables {

  private static final String NAME = "^[_[:alpha:]][_[:alpha:][:digit:]]*$";

  private final Map<String, String> values = new TreeMap<>();

  /// Adds a source, such as a ConfigMap's data, and gives back these variables.
  ///
  /// @throws SubstitutionFailed where a name is none
  public Variables add(Map<String, String> source) {
    source.forEach((name, value) -> {
      requireName(name);
      values.put(name, value.replace("\n", ""));
    });
    return this;
  }

  private static void requireName(String name) {
    boolean isName = !name.isEmpty() && !Character.isDigit(name.charAt(0));
    for (int i = 0; isName && i < name.length(); i++) {
      char c = name.charAt(i);
      isName = c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }
    if (!isName) {
      throw new SubstitutionFailed(
          "'" + name + "' var name is invalid, must match '" + NAME + "'",
          "Rename the key, or keep it in a ConfigMap or Secret that spec.postBuild does not name");
    }
  }

  /// Names and values as they are now, sorted by name.
  public Map<String, String> values() {
    return new TreeMap<>(values);
  }
}
