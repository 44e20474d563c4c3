package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An object on its way through a build: its fields, which transformers edit in place, and what it
/// was called before, which lets references find it at the end.
final class Resource {

  private final Mapping root;
  private final List<Name> previous = new ArrayList<>();
  private final List<String> prefixes = new ArrayList<>();
  private final List<String> suffixes = new ArrayList<>();
  private final List<String> variables = new ArrayList<>();
  private final SharedScalars shared = new SharedScalars();
  private final StringBuilder transformations = new StringBuilder();
  private String origin = "";
  private boolean fromChart;
  private boolean hashed;
  private boolean generated;
  private String behavior = "";
  private boolean forgotten;
  private boolean mayChangeName;
  private boolean mayChangeKind;
  private boolean remade;
  private final Set<String> plainKeys = new HashSet<>();
  private final List<Misfit> misfits = new ArrayList<>();
  private final IdentityHashMap<Mapping, Set<String>> plainKeysWithin = new IdentityHashMap<>();

  Resource(Mapping root) {
    this.root = root;
  }

  /// What an object was called at some point.
  ///
  /// @param kind its kind then
  /// @param name its name then
  /// @param namespace its effective namespace then
  private record Name(String kind, String name, String namespace) {}

  Mapping root() {
    return root;
  }

  GroupVersionKind type() {
    return GroupVersionKind.of(root.textAt("apiVersion"), root.textAt("kind"));
  }

  String name() {
    return root.textAt("metadata", "name");
  }

  String namespace() {
    return root.textAt("metadata", "namespace");
  }

  ResourceId id() {
    return new ResourceId(type(), name(), namespace());
  }

  /// Its former ids, oldest first, each with today's group and version.
  List<ResourceId> previousIds() {
    if (previous.isEmpty()) {
      return List.of();
    }
    GroupVersionKind now = type();
    return previous.stream()
        .map(was ->
            new ResourceId(
                new GroupVersionKind(now.group(), now.version(), was.kind()),
                was.name(),
                was.namespace()))
        .toList();
  }

  /// The id it was read with.
  ResourceId originalId() {
    return previous.isEmpty() ? id() : previousIds().getFirst();
  }

  /// Whether it has, or had, this id.
  boolean hasId(ResourceId id) {
    return id().isSame(id) || previousIds().stream().anyMatch(id::isSame);
  }

  /// Whether anything was remembered about it; JSON patches can tell (kustomize.md section 8.2).
  boolean hasHistory() {
    return !previous.isEmpty() || !prefixes.isEmpty() || !suffixes.isEmpty() || hashed;
  }

  /// Whether it has annotations of kustomize's own, be it for itself or for users.
  boolean isNoted() {
    return hasHistory() || !origin.isEmpty() || !transformations.isEmpty();
  }

  /// Forgets where it comes from and what changed it; kustomize keeps that in annotations, which a
  /// patch has taken away.
  void forgetProvenance() {
    transformations.setLength(0);
    origin = "";
    forgotten = true;
  }

  /// Whether a JSON patch made its fields anew before; remembers that one does now.
  boolean remake() {
    boolean before = remade;
    remade = true;
    return before;
  }

  /// Whether that was forgotten since this was asked last.
  boolean wasForgotten() {
    boolean was = forgotten;
    forgotten = false;
    return was;
  }

  /// The annotations in which kustomize keeps with the object what is remembered here.
  SortedMap<String, String> notes() {
    var notes = new TreeMap<String, String>();
    note(notes, "allowNameChange", mayChangeName ? "enabled" : "");
    note(notes, "allowKindChange", mayChangeKind ? "enabled" : "");
    note(notes, "generatorBehavior", behavior);
    note(notes, "needsHashSuffix", hashed ? "enabled" : "");
    note(notes, "prefixes", String.join(",", prefixes));
    note(notes, "suffixes", String.join(",", suffixes));
    if (!previous.isEmpty()) {
      note(notes, "previousKinds", joined(Name::kind));
      note(notes, "previousNames", joined(Name::name));
      note(notes, "previousNamespaces", joined(Name::namespace));
    }
    return notes;
  }

  private String joined(Function<Name, String> part) {
    return previous.stream().map(part).collect(Collectors.joining(","));
  }

  private static void note(Map<String, String> notes, String key, String text) {
    if (!text.isEmpty()) {
      notes.put("internal.config.kubernetes.io/" + key, text);
    }
  }

  /// Remembers the id it has now, before something changes it.
  void remember() {
    ResourceId now = id();
    previous.add(new Name(now.type().kind(), now.name(), now.effectiveNamespace()));
  }

  /// Remembers what a patch was allowed to change; kustomize never forgets that.
  void allow(boolean changeOfName, boolean changeOfKind) {
    mayChangeName |= changeOfName;
    mayChangeKind |= changeOfKind;
  }

  void rename(String name) {
    root.child("metadata").put("name", Scalar.of(name));
  }

  void rememberPrefix(String prefix) {
    prefixes.add(prefix);
  }

  void rememberSuffix(String suffix) {
    suffixes.add(suffix);
  }

  List<String> prefixes() {
    return prefixes;
  }

  List<String> suffixes() {
    return suffixes;
  }

  /// What stands at several places as one.
  SharedScalars shared() {
    return shared;
  }

  /// Sets a value, and with it every other place that shares the one before.
  void set(Mapping parent, String key, Scalar value) {
    Node before = parent.get(key);
    parent.put(key, value);
    if (before != null) {
      shared.replaced(root, before, value);
    }
  }

  /// Where it comes from, as its annotation says it; empty where nobody asked.
  String origin() {
    return origin;
  }

  void setOrigin(String text) {
    origin = text;
  }

  /// What changed it, as its annotation says it; empty where nobody asked.
  String transformations() {
    return transformations.toString();
  }

  void addTransformation(String entry) {
    transformations.append(entry);
  }

  /// Remembers that a chart made it: the namespace transformer leaves such objects alone.
  void comesFromChart() {
    fromChart = true;
  }

  boolean isFromChart() {
    return fromChart;
  }

  /// Remembers that a variable takes its value from here.
  void rememberVariable(String name) {
    variables.add(name);
  }

  boolean remembersVariable(String name) {
    return variables.contains(name);
  }

  /// Remembers that a value is not what the one before it was.
  ///
  /// @param problem how it is told once somebody wants to know the value
  void rememberMisfit(Place place, Scalar value, String problem) {
    misfits.add(new Misfit(place, value, problem));
  }

  /// What is wrong with the first such value that is still there.
  Optional<String> misfit() {
    return misfits.stream().filter(Misfit::isThere).map(Misfit::problem).findFirst();
  }

  private record Misfit(Place place, Scalar value, String problem) {

    /// Whether it is that very value; an equal one may be right.
    @SuppressWarnings("ReferenceEquality")
    boolean isThere() {
      return place.get() == value;
    }
  }

  /// Remembers a key that kustomize put without quotes into one of the object's mappings.
  void rememberPlainKey(Mapping within, String key) {
    plainKeysWithin.computeIfAbsent(within, _ -> new HashSet<>()).add(key);
  }

  /// Remembers keys that kustomize puts without quotes.
  void rememberPlainKeys(Set<String> keys) {
    plainKeys.addAll(keys);
  }

  /// Makes keys that are no text unless they stand in quotes what they are, wherever kustomize put
  /// them without.
  void exposePlainKeys() {
    plainKeysWithin.forEach(Mapping::makeOdd);
    if (!plainKeys.isEmpty()) {
      Mapping metadata = root.mappingAt("metadata");
      Stream.of(
              root.mappingAt("data"),
              root.mappingAt("binaryData"),
              metadata.mappingAt("labels"),
              metadata.mappingAt("annotations"))
          .forEach(pairs -> pairs.makeOdd(plainKeys));
    }
  }

  /// Remembers that a generator made it of data.
  ///
  /// @param how it joins what is there; empty where the generator does not say
  Resource comesFromData(String how) {
    behavior = how.isEmpty() ? "unspecified" : how;
    generated = true;
    return this;
  }

  boolean isGenerated() {
    return generated;
  }

  /// Whether its name gets a hash of its content at the end.
  boolean isHashed() {
    return hashed;
  }

  Resource hashed(boolean wanted) {
    hashed = wanted;
    return this;
  }

  /// Takes over what was remembered about the object whose place it takes.
  void inherit(Resource other) {
    previous.addAll(0, other.previous);
    prefixes.addAll(0, other.prefixes);
    suffixes.addAll(0, other.suffixes);
    variables.addAll(other.variables);
    transformations.insert(0, other.transformations);
    origin = other.origin;
    behavior = other.behavior;
    allow(other.mayChangeName, other.mayChangeKind);
  }

  /// Whether it is worked with but not put out (kustomize.md section 4).
  boolean isLocal() {
    String local = root.textAt("metadata", "annotations", "config.kubernetes.io/local-config");
    boolean present =
        root.at("metadata", "annotations", "config.kubernetes.io/local-config") != null;
    return present && !local.equals("false");
  }
}
