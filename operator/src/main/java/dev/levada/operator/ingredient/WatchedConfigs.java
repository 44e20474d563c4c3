package dev.levada.operator.ingredient;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which state each watched ConfigMap and Secret is in, as its watch last told.
public final class WatchedConfigs {

  private final Map<String, String> versions = new ConcurrentHashMap<>();

  /// One is in this state now.
  public void changed(ConfigVersion now) {
    versions.put(now.name(), now.resourceVersion());
  }

  /// One is gone, or no longer watched.
  public void gone(String name) {
    versions.remove(name);
  }

  /// The states of those among these that are watched.
  Map<String, String> versions(Set<String> names) {
    var known = new HashMap<String, String>();
    for (String name : names) {
      String version = versions.get(name);
      if (version != null) {
        known.put(name, version);
      }
    }
    return known;
  }
}
