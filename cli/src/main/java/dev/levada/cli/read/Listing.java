package dev.levada.cli.read;

import dev.levada.cli.lookup.FluxKind;
import dev.levada.cli.lookup.Lookup;
import dev.levada.cli.print.Cell;
import dev.levada.cli.print.Documents;
import dev.levada.cli.print.Table;
import dev.levada.cli.surroundings.Cluster;
import dev.levada.cli.surroundings.ClusterOptions;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.cli.surroundings.Surroundings;
import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.Selection;
import dev.levada.core.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;

/// Shows objects of the kinds that were asked for.
final class Listing {

  private final Surroundings around;
  private final ClusterOptions where;
  private final ListOptions how;
  private final Cluster cluster;

  Listing(Surroundings around, ClusterOptions where, ListOptions how, Cluster cluster) {
    this.around = around;
    this.where = where;
    this.how = how;
    this.cluster = cluster;
  }

  /// Shows one kind, and what happens to it where the user watches.
  ///
  /// @param name the only object to show; empty for all
  void show(FluxKind kind, String name) {
    var found = new ArrayList<Manifest>();
    String version = Lookup.list(cluster, kind, selection(name), found::add);
    List<Manifest> picked = picked(found);
    if (how.watch()) {
      new Watching(around, where, how).show(cluster, kind, selection(name), picked, version);
      return;
    }
    if (picked.isEmpty()) {
      throw nothing(kind, name, found);
    }
    if (how.output() == Output.TABLE) {
      around.print(table(kind, picked, new StatusRow(how.allNamespaces(), false)));
    } else {
      around.print(document(how.output(), picked, !name.isEmpty()));
    }
  }

  /// Shows every kind that the cluster serves, kind after kind.
  void showAll() {
    var tables = new ArrayList<String>();
    var objects = new ArrayList<Manifest>();
    for (FluxKind kind : FluxKind.values()) {
      List<Manifest> picked = picked(ofServed(kind));
      objects.addAll(picked);
      if (!picked.isEmpty()) {
        tables.add(table(kind, picked, new StatusRow(how.allNamespaces(), true)));
      }
    }
    if (how.output() != Output.TABLE) {
      around.print(document(how.output(), objects, false));
    } else if (tables.isEmpty()) {
      around.steps(where).warn("nothing found in " + Lookup.place(namespace()));
    } else {
      around.print(String.join("\n", tables));
    }
  }

  // A kind that is not installed has no objects (flux-api §3.3, `get all`).
  private List<Manifest> ofServed(FluxKind kind) {
    var found = new ArrayList<Manifest>();
    try {
      cluster.list(kind.resource(), selection(""), found::add);
    } catch (ApiError e) {
      if (!e.isNotFound()) {
        throw e;
      }
    }
    return found;
  }

  private List<Manifest> picked(List<Manifest> objects) {
    return objects.stream()
        .filter(object -> how.statusSelector().map(selector -> selector.picks(object)).orElse(true))
        .toList();
  }

  private String table(FluxKind kind, List<Manifest> objects, StatusRow form) {
    List<List<Cell>> rows = objects.stream().map(object -> form.of(kind, object)).toList();
    var table = Table.fitting(form.headers(kind), rows, around.colours(where));
    var text = new StringBuilder();
    if (!how.noHeader()) {
      text.append(table.header()).append('\n');
    }
    rows.forEach(row -> text.append(table.line(row)).append('\n'));
    return text.toString();
  }

  static String document(Output output, List<Manifest> objects, boolean single) {
    return switch (output) {
      case JSON -> Documents.json(objects, single);
      case YAML -> Documents.yaml(objects, single);
      case NAME, TABLE -> Documents.names(objects);
    };
  }

  private CommandFailure nothing(FluxKind kind, String name, List<Manifest> unpicked) {
    if (!unpicked.isEmpty()) {
      return new CommandFailure(
          "no %s objects found in %s with such a status"
              .formatted(kind.word(), Lookup.place(namespace())),
          "Leave out --status-selector to see all " + unpicked.size() + ".");
    }
    if (!name.isEmpty() && how.labelSelector().isEmpty()) {
      return Lookup.missing(cluster, kind, namespace(), name);
    }
    String elsewhere = how.allNamespaces() ? "" : "Look in all namespaces with -A. ";
    return new CommandFailure(
        "no %s objects found in %s".formatted(kind.word(), Lookup.place(namespace())),
        elsewhere
            + (how.labelSelector().isEmpty()
                ? "Apply one with kubectl apply -f FILE."
                : "Check the labels in -l."));
  }

  private Selection selection(String name) {
    return new Selection(
        namespace(), how.labelSelector(), name.isEmpty() ? "" : "metadata.name=" + name);
  }

  private String namespace() {
    return how.allNamespaces() ? "" : where.namespace();
  }
}
