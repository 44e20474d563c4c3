package dev.levada.cli.read;

import dev.levada.cli.lookup.FluxKind;
import dev.levada.cli.print.Cell;
import dev.levada.cli.print.Table;
import dev.levada.cli.surroundings.Cluster;
import dev.levada.cli.surroundings.ClusterOptions;
import dev.levada.cli.surroundings.Surroundings;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.access.WatchEvent;
import dev.levada.core.manifest.Manifest;
import java.util.List;

/// Shows objects as they are, then each change, a row or a document each.
///
/// @param around the terminal
/// @param where whether the user wants colours
/// @param how which objects, in which form
record Watching(Surroundings around, ClusterOptions where, ListOptions how) {

  /// Shows until something ends it.
  ///
  /// @param now the objects as they are
  /// @param version of the collection that they came from
  void show(
      Cluster cluster, FluxKind kind, Selection selection, List<Manifest> now, String version) {
    var form = new StatusRow(how.allNamespaces(), false);
    List<List<Cell>> rows = now.stream().map(object -> form.of(kind, object)).toList();
    var table = Table.fitting(form.headers(kind), rows, around.colours(where));
    if (how.output() == Output.TABLE && !how.noHeader()) {
      around.print(table.header() + "\n");
    }
    now.forEach(object -> print(kind, object, form, table));
    cluster.follow(
        kind.resource(),
        selection,
        version,
        event -> {
          Manifest object = object(event);
          if (how.statusSelector().map(selector -> selector.picks(object)).orElse(true)) {
            print(kind, object, form, table);
          }
          return true;
        });
  }

  private void print(FluxKind kind, Manifest object, StatusRow form, Table table) {
    switch (how.output()) {
      case TABLE -> around.print(table.line(form.of(kind, object)) + "\n");
      case YAML -> around.print("---\n" + Listing.document(how.output(), List.of(object), true));
      case JSON, NAME -> around.print(Listing.document(how.output(), List.of(object), true));
    }
  }

  private static Manifest object(WatchEvent event) {
    return switch (event) {
      case WatchEvent.Changed changed -> changed.object();
      case WatchEvent.Gone gone -> gone.object();
      case WatchEvent.Bookmark _, WatchEvent.Failed _ ->
          throw new AssertionError("a cluster hands over changes only");
    };
  }
}
