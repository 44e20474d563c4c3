package dev.levada.core.plan.fields;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Tells without a request whether applying an object would change anything. A live object names in
/// its `managedFields` the fields that a manager has applied. If the values at exactly these fields
/// are exactly those of the desired object, a server-side apply changes no value and no field's
/// owner. Both sides are compared by a fingerprint; in doubt they differ, and a dry run decides.
///
/// One case is told apart by values alone: a map that was applied empty and got, from nobody, the
/// very content that is now desired (a default). Applying it would change owners, never values.
public final class OwnedFields {

  /// Stands where an owned field is not in the object any more: no desired value equals it, but
  /// null, which the API server drops.
  private static final Node GONE = Scalar.NULL;

  private static final String ITSELF = ".";
  private static final String FIELD = "f:";
  private static final String KEY = "k:";
  private static final String VALUE = "v:";

  private OwnedFields() {}

  /// The part of a live object that a manager has applied; empty where it has applied nothing, or
  /// under another version of the kind, or where that cannot be told. In Kubernetes' own kinds zero
  /// values are null, for the API server does not store them all. May share nodes with the object.
  ///
  /// @param live the object with its managed fields
  /// @param manager the name of the field manager
  public static Mapping of(Manifest live, String manager) {
    var own = new ArrayList<Mapping>();
    var others = new ArrayList<Mapping>();
    for (Mapping entry : PodSpecs.mappings(live.root().sequenceAt("metadata", "managedFields"))) {
      if (isAppliedBy(manager, entry)) {
        own.add(entry);
      } else {
        others.add(entry.mappingAt("fieldsV1"));
      }
    }
    if (own.size() != 1
        || !own.getFirst().textAt("apiVersion").equals(live.apiVersion())
        || !own.getFirst().textAt("fieldsType").equals("FieldsV1")) {
      return new Mapping();
    }
    Mapping subset = fields(live.root(), own.getFirst().mappingAt("fieldsV1"), others);
    return TypedKinds.has(live) ? FieldSet.asMapping(TypedKinds.withoutZeros(subset)) : subset;
  }

  /// The fingerprint of what {@link #of} found: 32 hexadecimal digits, the same whatever the order
  /// of keys and the way in which numbers are written.
  public static String fingerprint(Mapping subset) {
    return subset.isEmpty() ? Fingerprint.NOTHING_OWNED : Fingerprint.of(subset);
  }

  /// The fingerprint of an object that is to be applied. Where the live object's equals it,
  /// applying changes nothing.
  ///
  /// @param desired the object as it is sent, {@link Normalized}
  public static String fingerprintOfDesired(Manifest desired) {
    var sent = new Mapping();
    desired
        .root()
        .entries()
        .forEach((key, value) -> {
          if (!key.equals("apiVersion") && !key.equals("kind") && !key.equals("metadata")) {
            sent.put(key, value);
          }
        });
    var metadata = new Mapping();
    desired
        .root()
        .mappingAt("metadata")
        .entries()
        .forEach((key, value) -> {
          if (!key.equals("name") && !key.equals("namespace")) {
            metadata.put(key, value);
          }
        });
    if (!metadata.isEmpty()) {
      sent.put("metadata", metadata);
    }
    return Fingerprint.of(TypedKinds.has(desired) ? TypedKinds.withoutZeros(sent) : sent);
  }

  private static boolean isAppliedBy(String manager, Mapping entry) {
    return entry.textAt("manager").equals(manager)
        && entry.textAt("operation").equals("Apply")
        && entry.textAt("subresource").isEmpty();
  }

  /// The owned part of a value.
  ///
  /// @param owned the paths below the value that the manager owns
  /// @param others the paths below the value that each other manager owns
  private static Node owned(Node value, Mapping owned, List<Mapping> others) {
    if (owned.isEmpty()) {
      // a scalar, or a list or map that is owned as a whole; or one that was applied empty, and
      // what is in it belongs to others
      return others.stream().anyMatch(OwnedFields::hasParts) ? emptied(value) : value;
    }
    return switch (value) {
      case Mapping mapping -> fields(mapping, owned, others);
      case Sequence sequence -> items(sequence, owned, others);
      case Scalar _ -> GONE;
    };
  }

  private static boolean hasParts(Mapping paths) {
    return paths.entries().keySet().stream().anyMatch(path -> !path.equals(ITSELF));
  }

  private static Node emptied(Node value) {
    return switch (value) {
      case Mapping _ -> new Mapping();
      case Sequence _ -> new Sequence();
      case Scalar _ -> GONE;
    };
  }

  private static List<Mapping> below(String path, List<Mapping> sets) {
    return sets.stream().map(set -> set.mappingAt(path)).toList();
  }

  private static Mapping fields(Mapping value, Mapping owned, List<Mapping> others) {
    var subset = new Mapping();
    owned
        .entries()
        .forEach((path, parts) -> {
          if (path.equals(ITSELF)) {
            return;
          }
          String key = path.startsWith(FIELD) ? path.substring(FIELD.length()) : path;
          Node part = path.startsWith(FIELD) ? value.get(key) : null;
          subset.put(
              key,
              part == null ? GONE : owned(part, FieldSet.asMapping(parts), below(path, others)));
        });
    return subset;
  }

  /// The owned items in the order of the live list; the order is part of what was applied.
  private static Sequence items(Sequence value, Mapping owned, List<Mapping> others) {
    var parts = new TreeMap<Integer, Node>();
    boolean complete = true;
    for (var path : owned.entries().entrySet()) {
      if (path.getKey().equals(ITSELF)) {
        continue;
      }
      int place = place(value, path.getKey());
      if (place < 0) {
        complete = false;
      } else {
        Mapping below = FieldSet.asMapping(path.getValue());
        parts.put(place, owned(value.items().get(place), below, below(path.getKey(), others)));
      }
    }
    var subset = new Sequence(parts.values());
    if (!complete) {
      subset.add(GONE);
    }
    return subset;
  }

  /// The only item that a path names; -1 where there is none, or more than one.
  private static int place(Sequence value, String path) {
    int place = -1;
    for (int i = 0; i < value.size(); i++) {
      if (names(path, value.items().get(i))) {
        if (place >= 0) {
          return -1;
        }
        place = i;
      }
    }
    return place;
  }

  /// Whether a step of a field set means this item of a list.
  static boolean names(String path, Node item) {
    try {
      if (path.startsWith(VALUE)) {
        return item.sameValue(json(path.substring(VALUE.length())));
      }
      return path.startsWith(KEY)
          && item instanceof Mapping mapping
          && json(path.substring(KEY.length())) instanceof Mapping keys
          && keys.entries().entrySet().stream().allMatch(key -> has(mapping, key));
    } catch (MalformedManifest unknownForm) {
      return false;
    }
  }

  private static Node json(String text) {
    return Json.read(text.getBytes(UTF_8));
  }

  private static boolean has(Mapping item, Map.Entry<String, Node> key) {
    Node value = item.get(key.getKey());
    return value != null && value.sameValue(key.getValue());
  }
}
