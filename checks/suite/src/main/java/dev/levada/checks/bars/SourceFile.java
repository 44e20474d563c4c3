package dev.levada.checks.bars;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.util.List;

/// One Java file, parsed.
///
/// @param path below the root
/// @param text its text
/// @param unit its syntax
/// @param positions where things stand in it
/// @param kinds its lines
record SourceFile(
    String path,
    String text,
    CompilationUnitTree unit,
    SourcePositions positions,
    LineKinds kinds) {

  /// Product code. The modules below `checks` are equipment for tests and count as test code.
  boolean isMain() {
    return path.contains("src/main/") && !path.startsWith("checks/");
  }

  boolean isPackageInfo() {
    return path.endsWith("package-info.java");
  }

  String packageName() {
    return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
  }

  List<String> imports() {
    return unit.getImports().stream()
        .map(line -> line.getQualifiedIdentifier().toString())
        .toList();
  }

  int lines() {
    return (int) text.lines().count();
  }

  /// How many lines a tree takes, the first and the last included.
  int lines(Tree tree) {
    LineMap map = unit.getLineMap();
    return (int)
        (map.getLineNumber(positions.getEndPosition(unit, tree))
            - map.getLineNumber(positions.getStartPosition(unit, tree))
            + 1);
  }

  long line(Tree tree) {
    return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
  }
}
