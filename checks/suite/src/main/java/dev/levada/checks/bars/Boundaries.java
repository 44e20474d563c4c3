package dev.levada.checks.bars;

import com.sun.source.tree.ClassTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/// Packages: which use which, and how many public types each has.
final class Boundaries {

  private Boundaries() {}

  static Map<String, Integer> publicTypes(List<SourceFile> files) {
    var counts = new TreeMap<String, Integer>();
    for (SourceFile file : files) {
      long types =
          file.unit().getTypeDecls().stream()
              .filter(ClassTree.class::isInstance)
              .filter(
                  type -> ((ClassTree) type).getModifiers().getFlags().contains(Modifier.PUBLIC))
              .count();
      counts.merge(file.packageName(), (int) types, Integer::sum);
    }
    return counts;
  }

  /// Packages that reach themselves.
  static Set<String> inCycles(List<SourceFile> files) {
    Map<String, Set<String>> uses = uses(files);
    var found = new TreeSet<String>();
    for (String name : uses.keySet()) {
      var reached = new TreeSet<String>();
      reach(uses, name, reached);
      if (reached.contains(name)) {
        found.add(name);
      }
    }
    return found;
  }

  private static void reach(Map<String, Set<String>> uses, String from, Set<String> reached) {
    for (String next : uses.getOrDefault(from, Set.of())) {
      if (reached.add(next)) {
        reach(uses, next, reached);
      }
    }
  }

  private static Map<String, Set<String>> uses(List<SourceFile> files) {
    var packages = new TreeSet<String>();
    files.forEach(file -> packages.add(file.packageName()));
    var uses = new TreeMap<String, Set<String>>();
    for (SourceFile file : files) {
      for (String imported : file.imports()) {
        String name = nearest(packages, imported);
        if (!name.isEmpty() && !name.equals(file.packageName())) {
          uses.computeIfAbsent(file.packageName(), _ -> new TreeSet<>()).add(name);
        }
      }
    }
    return uses;
  }

  private static String nearest(Set<String> packages, String imported) {
    String name = imported;
    while (!packages.contains(name)) {
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        return "";
      }
      name = name.substring(0, dot);
    }
    return name;
  }
}
