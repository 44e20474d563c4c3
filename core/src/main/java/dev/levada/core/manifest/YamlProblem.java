package dev.levada.core.manifest;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ScannerException;

/// Tells what is wrong with a YAML text in the words, and with the line, that users know from other
/// tools of Kubernetes and search for.
final class YamlProblem {

  private YamlProblem() {}

  static String of(MarkedYamlEngineException e) {
    return "yaml: " + line(e) + words(e.getProblem(), String.valueOf(e.getContext()));
  }

  /// Where the construct begins that is broken, or, at the very top, where it breaks.
  private static String line(MarkedYamlEngineException e) {
    int context = e.getContextMark().map(Mark::getLine).orElse(0);
    Optional<Integer> line =
        context > 0 ? Optional.of(context) : e.getProblemMark().map(Mark::getLine);
    int offset = e instanceof ScannerException ? 1 : 0;
    return line.map(number -> number + offset)
        .filter(number -> number > 0)
        .map(number -> "line " + number + ": ")
        .orElse("");
  }

  private static String words(String problem, String context) {
    if (problem.startsWith("mapping values are not allowed")) {
      return "mapping values are not allowed in this context";
    }
    if (problem.contains("that cannot start any token")) {
      return "found character that cannot start any token";
    }
    if (problem.startsWith("expected <block end>")) {
      return context.contains("mapping")
          ? "did not find expected key"
          : "did not find expected '-' indicator";
    }
    int but = problem.indexOf(", but ");
    if (problem.startsWith("expected ") && but > 0) {
      return "did not find " + problem.substring(0, but).replace("the node", "node");
    }
    return problem;
  }
}
