package dev.levada.operator.journal;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.plan.inventory.Inventory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// What the journal says at one time.
///
/// @param entries what is about to be written for whom
record Page(Map<Name, Entry> entries) {

  static final Page EMPTY = new Page(Map.of());

  /// Whose objects.
  record Name(String namespace, String name) {}

  /// What is about to be written.
  ///
  /// @param uid for which object of the name: a later one has nothing to do with it
  /// @param objects what is, or may be, in the cluster
  record Entry(String uid, Inventory objects) {}

  Page {
    entries = Map.copyOf(entries);
  }

  /// @throws RuntimeException where the text is not one that {@link #text} has made
  static Page parse(String text) {
    var entries = new HashMap<Name, Entry>();
    var page = (Mapping) Json.read(text.getBytes(StandardCharsets.UTF_8));
    for (Node line : page.sequenceAt("entries")) {
      var entry = (Mapping) line;
      entries.put(
          new Name(entry.textAt("namespace"), entry.textAt("name")),
          new Entry(entry.textAt("uid"), Inventory.read(entry.get("inventory"))));
    }
    return new Page(entries);
  }

  String text() {
    var lines = new Sequence();
    entries.forEach((name, entry) ->
        lines.add(
            new Mapping()
                .put("namespace", name.namespace())
                .put("name", name.name())
                .put("uid", entry.uid())
                .put("inventory", entry.objects().toStatus())));
    return Json.text(new Mapping().put("entries", lines));
  }

  /// How many objects there are in entries.
  static int size(Map<Name, Entry> entries) {
    return entries.values().stream().mapToInt(entry -> entry.objects().items().size()).sum();
  }
}
