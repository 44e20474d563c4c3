package dev.levada.core.kustomize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The `vars` of a tree of kustomizations, gathered while it is built (kustomize.md section 13).
final class Variables {

  private final Map<String, VariableEntry> byName = new LinkedHashMap<>();

  List<VariableEntry> entries() {
    return List.copyOf(new TreeMap<>(byName).values());
  }

  /// Adds a kustomization's own and lets the objects they name remember them.
  void add(List<VariableEntry> entries, ResourceList resources) {
    try {
      entries.forEach(entry -> attach(entry, resources));
      entries.forEach(this::add);
    } catch (BuildFailed e) {
      throw e.within(
          "merging vars "
              + entries.stream()
                  .map(VariableEntry::shownAsWritten)
                  .collect(Collectors.joining(" ", "[", "]"))
              + ": ");
    }
  }

  /// Adds those of a base.
  void addAll(Variables others) {
    others.byName.values().forEach(this::add);
  }

  private void add(VariableEntry entry) {
    if (byName.putIfAbsent(entry.name(), entry) != null) {
      throw new BuildFailed(
          "var '" + entry.name() + "' already encountered",
          "Give every variable of the tree a name of its own");
    }
  }

  private static void attach(VariableEntry entry, ResourceList resources) {
    List<Resource> matches =
        resources.items().stream()
            .filter(resource ->
                Stream.concat(Stream.of(resource.id()), resource.previousIds().stream())
                    .anyMatch(entry::means))
            .toList();
    if (matches.size() > 1) {
      throw new BuildFailed(
          "found "
              + matches.size()
              + " resId matches for var {"
              + entry.name()
              + " "
              + ResourceId.shown(entry.object().type())
              + " {"
              + entry.fieldPath()
              + "}} (unable to disambiguate)",
          "Add a namespace to the variable's 'objref'");
    }
    matches.forEach(resource -> resource.rememberVariable(entry.name()));
  }
}
