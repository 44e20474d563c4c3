package dev.levada.cluster.apply;

import dev.levada.core.manifest.ObjectId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers what each object's fields looked like right after it was applied. While the watch
/// shows the same, another apply of the same manifest would change nothing, even where the server
/// writes a value in another form than we send it.
public final class Settled {

  private record Pair(String desired, String live) {}

  private final Map<ObjectId, Pair> pairs = new ConcurrentHashMap<>();

  /// Remembers that a manifest led to these fields.
  ///
  /// @param object which object
  /// @param desired fingerprint of what was sent
  /// @param live fingerprint of what the server made of it
  void put(ObjectId object, String desired, String live) {
    pairs.put(object, new Pair(desired, live));
  }

  /// Forgets an object.
  public void forget(ObjectId object) {
    pairs.remove(object);
  }

  /// Whether an object that looks like this is what the manifest makes of it.
  boolean matches(ObjectId object, String desired, String live) {
    Pair pair = pairs.get(object);
    return desired.equals(live)
        || (pair != null && pair.desired().equals(desired) && pair.live().equals(live));
  }

  /// Whether an object that looks like this looks as it did right after it was last applied.
  public boolean isUntouched(ObjectId object, String live) {
    Pair pair = pairs.get(object);
    return pair != null && pair.live().equals(live);
  }

  /// Whether anything is known of an object.
  public boolean knows(ObjectId object) {
    return pairs.containsKey(object);
  }
}
