package dev.levada.cli.read;

import dev.levada.api.Condition;
import dev.levada.cli.lookup.FluxKind;
import dev.levada.cli.print.Cell;
import dev.levada.cli.print.ShortHashes;
import dev.levada.cli.print.Tone;
import dev.levada.core.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How an object becomes a row (columns and words: flux-api §3.3, `get`).
///
/// @param withNamespace whether the row begins with the namespace
/// @param withKind whether the name has the kind in front, for tables of several kinds
record StatusRow(boolean withNamespace, boolean withKind) {

  private static final Condition NOT_YET =
      new Condition(Condition.READY, "False", "", "waiting to be reconciled", 0);

  /// The columns' names.
  List<String> headers(FluxKind kind) {
    var headers =
        new ArrayList<>(
            switch (kind) {
              case GIT_REPOSITORY, KUSTOMIZATION ->
                  List.of("Name", "Revision", "Suspended", "Ready", "Message");
              case IMAGE_REPOSITORY ->
                  List.of("Name", "Last scan", "Suspended", "Ready", "Message");
              case IMAGE_POLICY -> List.of("Name", "Image", "Tag", "Ready", "Message");
              case IMAGE_UPDATE -> List.of("Name", "Last run", "Suspended", "Ready", "Message");
              case GIT_PROVIDER -> List.of("Name", "Repository", "Suspended", "Ready", "Message");
              case PULL_REQUEST -> List.of("Name", "Pull request", "Suspended", "Ready", "Message");
              case RECEIVER -> List.of("Name", "Suspended", "Ready", "Message");
            });
    if (withNamespace) {
      headers.addFirst("Namespace");
    }
    return headers;
  }

  /// An object's row.
  List<Cell> of(FluxKind kind, Manifest object) {
    Condition ready =
        Condition.find(object.root().mappingAt("status"), Condition.READY).orElse(NOT_YET);
    var row = new ArrayList<Cell>();
    if (withNamespace) {
      row.add(Cell.of(object.namespace()));
    }
    row.add(Cell.of(name(kind, object)));
    if (kind == FluxKind.IMAGE_POLICY) {
      row.add(Cell.of(object.root().textAt("status", "latestRef", "name")));
      row.add(Cell.of(kind.revision(object)));
    } else {
      if (kind != FluxKind.RECEIVER) {
        row.add(Cell.of(ShortHashes.in(revision(kind, object))));
      }
      row.add(suspended(object));
    }
    row.add(new Cell(ready.status(), tone(ready.status())));
    row.add(Cell.of(ShortHashes.in(oneLine(ready.message()))));
    return row;
  }

  /// Where each image has a pull request of its own, those that are open.
  private static String revision(FluxKind kind, Manifest object) {
    String one = kind.revision(object);
    return kind == FluxKind.PULL_REQUEST && one.isEmpty()
        ? object.root().textAt("status", "open")
        : one;
  }

  private static Cell suspended(Manifest object) {
    boolean suspended = object.root().isTrueAt("spec", "suspend");
    return new Cell(suspended ? "True" : "False", suspended ? Tone.BUSY : Tone.PLAIN);
  }

  private String name(FluxKind kind, Manifest object) {
    return withKind ? kind.word().toLowerCase(Locale.ROOT) + "/" + object.name() : object.name();
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*[\\r\\n\\t]+\\s*", " ");
  }

  private static Tone tone(String status) {
    return switch (status) {
      case "True" -> Tone.GOOD;
      case "False" -> Tone.BAD;
      default -> Tone.BUSY;
    };
  }
}
