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
  // Two owners may write one object at the same time.
  private final Map<ObjectId, Integer> beingWritten = new ConcurrentHashMap<>();

  /// Remembers that a manifest led to these fields.
  ///
  /// @param object which object
  /// @param desired fingerprint of what was sent
  /// @param live fingerprint of what the server made of it
  void put(ObjectId object, String desired, String live) {
    pairs.put(object, new Pair(desired, live));
  }

  /// Says that an object is about to be written: until {@link #written}, what the watch shows of it
  /// may be the write itself, seen before its answer.
  void writing(ObjectId object) {
    beingWritten.merge(object, 1, Integer::sum);
  }

  /// Says that the answer of a write has come, and what it led to is remembered.
  void written(ObjectId object) {
    beingWritten.computeIfPresent(object, (_, writes) -> writes == 1 ? null : writes - 1);
  }

  /// Whether a write of the object has no answer yet.
  public boolean isBeingWritten(ObjectId object) {
    return beingWritten.containsKey(object);
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
