package dev.levada.core.kustomize.differential;

import dev.levada.core.kustomize.BuildFailed;
import dev.levada.core.kustomize.BuildOptions;
import dev.levada.core.kustomize.FolderTree;
import dev.levada.core.kustomize.Kustomizer;
import dev.levada.core.manifest.YamlWriter;
import dev.levada.core.tree.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// One kustomization built by both.
///
/// @param verdict how the two relate
/// @param ours our output or message
/// @param theirs the real tool's output or message
record Comparison(Verdict verdict, String ours, String theirs) {

  /// How the two builds relate.
  enum Verdict {
    SAME_OUTPUT,
    SAME_ERROR,
    OTHER_OUTPUT,
    OTHER_ERROR,
    ONLY_WE_FAIL,
    ONLY_THEY_FAIL,
    CRASHED;

    boolean isSame() {
      return this == SAME_OUTPUT || this == SAME_ERROR;
    }
  }

  static Comparison of(Oracle oracle, Path root, String folder)
      throws IOException, InterruptedException {
    Oracle.Answer theirs = oracle.build(root, folder);
    try {
      var built =
          Kustomizer.build(new FolderTree(root), new TreePath(folder), BuildOptions.COMMAND_LINE);
      String ours = YamlWriter.stream(built.manifests());
      if (!theirs.ok()) {
        return new Comparison(Verdict.ONLY_THEY_FAIL, ours, theirs.text());
      }
      boolean same = ours.equals(theirs.text());
      return new Comparison(same ? Verdict.SAME_OUTPUT : Verdict.OTHER_OUTPUT, ours, theirs.text());
    } catch (BuildFailed e) {
      String ours = String.valueOf(e.getMessage()).strip();
      if (theirs.ok()) {
        return new Comparison(Verdict.ONLY_WE_FAIL, ours, theirs.text());
      }
      boolean same = ours.equals(theirs.text());
      return new Comparison(same ? Verdict.SAME_ERROR : Verdict.OTHER_ERROR, ours, theirs.text());
    } catch (RuntimeException | StackOverflowError e) {
      var trace = new java.io.StringWriter();
      e.printStackTrace(new java.io.PrintWriter(trace));
      return new Comparison(
          Verdict.CRASHED,
          trace.toString().lines().limit(12).collect(java.util.stream.Collectors.joining("\n")),
          theirs.text());
    }
  }

  boolean isSame() {
    return verdict.isSame();
  }

  /// The lines in which the two differ, for a person.
  String difference() {
    if (verdict != Verdict.OTHER_OUTPUT) {
      return "  ours:   " + shortened(ours) + "\n  theirs: " + shortened(theirs);
    }
    List<String> left = ours.lines().toList();
    List<String> right = theirs.lines().toList();
    int from = 0;
    while (from < Math.min(left.size(), right.size()) && left.get(from).equals(right.get(from))) {
      from++;
    }
    int end = 0;
    while (end < Math.min(left.size(), right.size()) - from
        && left.get(left.size() - 1 - end).equals(right.get(right.size() - 1 - end))) {
      end++;
    }
    return "  at line "
        + (from + 1)
        + "\n"
        + marked(left, from, left.size() - end, "  - ")
        + marked(right, from, right.size() - end, "  + ");
  }

  private static String shortened(String text) {
    return text.length() > 700 ? text.substring(0, 700) + "…" : text;
  }

  private static String marked(List<String> lines, int from, int to, String mark) {
    var text = new StringBuilder();
    lines
        .subList(from, Math.min(to, from + 14))
        .forEach(line -> text.append(mark).append(line).append('\n'));
    return text.toString();
  }
}
