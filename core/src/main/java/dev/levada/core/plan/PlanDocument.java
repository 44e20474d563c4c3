package dev.levada.core.plan;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.plan.drift.FieldChange;

/// A plan as programs read it.
public final class PlanDocument {

  private PlanDocument() {}

  /// `{summary: {created: 1, …}, objects: [{kind, namespace, name, action, why, fields: […]}]}`;
  /// the objects in the order for readers.
  public static Mapping of(Plan plan) {
    var summary = new Mapping();
    var objects = new Sequence();
    for (Entry entry : plan.forReading()) {
      String action = entry.change().action();
      summary.put(action, Scalar.of(summary.numberAt(0, action) + 1));
      objects.add(object(entry));
    }
    return new Mapping().put("summary", summary).put("objects", objects);
  }

  private static Mapping object(Entry entry) {
    var object = new Mapping();
    if (!entry.id().group().isEmpty()) {
      object.put("group", entry.id().group());
    }
    object.put("kind", entry.id().kind());
    if (!entry.id().namespace().isEmpty()) {
      object.put("namespace", entry.id().namespace());
    }
    object
        .put("name", entry.id().name())
        .put("action", entry.change().action())
        .put("why", entry.change().why());
    if (entry.change() instanceof Change.Configured configured) {
      object.put(
          "fields", new Sequence(configured.fields().stream().map(PlanDocument::field).toList()));
    }
    return object;
  }

  private static Mapping field(FieldChange change) {
    var field = new Mapping().put("path", change.pointer());
    switch (change) {
      case FieldChange.Added added -> field.put("after", added.after());
      case FieldChange.Removed removed -> field.put("before", removed.before());
      case FieldChange.Replaced replaced ->
          field.put("before", replaced.before()).put("after", replaced.after());
    }
    return field;
  }
}
