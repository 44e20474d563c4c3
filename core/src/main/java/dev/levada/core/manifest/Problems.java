package dev.levada.core.manifest;

import dev.levada.core.manifest.MalformedManifest.Stage;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// What is wrong with a YAML text, in the words and with the lines that Go's readers have for it,
/// because people and programs look for these.
final class Problems {

  private static final List<Problem> KNOWN =
      List.of(
          new Problem("mapping values are not", "mapping values are not allowed in this context"),
          new Problem(
              "sequence entries are not", "block sequence entries are not allowed in this context"),
          new Problem("found character '", "found character that cannot start any token"),
          new Problem("found unknown escape character", "found unknown escape character"),
          new Problem("expected chomping or ind", "did not find expected comment or line break"),
          new Problem("expected a comment or a", "did not find expected comment or line break"),
          new Problem("expected escape sequence", "did not find expected hexdecimal number"),
          new Problem("could not find expected ':'", "could not find expected ':'", Line.CONTEXT),
          new Problem("found unexpected end of", "found unexpected end of stream", Line.CONTEXT),
          new Problem("A simple key is required", "did not find expected key", Line.ABOVE),
          new Problem(
              "expected ',' or ']'", "did not find expected ',' or ']'", Line.ABOVE_CONTEXT),
          new Problem(
              "expected ',' or '}'", "did not find expected ',' or '}'", Line.ABOVE_CONTEXT),
          new Problem("expected <block end>", "did not find expected key", Line.ABOVE_CONTEXT),
          new Problem(
              "expected the node content", "did not find expected node content", Line.ABOVE),
          new Problem(
              "expected '<document start>'", "did not find expected <document start>", Line.ABOVE));

  private Problems() {}

  static MalformedManifest of(MarkedYamlEngineException e) {
    String said = e.getProblem();
    for (Problem problem : KNOWN) {
      if (said.startsWith(problem.said())) {
        return new MalformedManifest("yaml: " + line(e, problem.line()) + words(e, problem));
      }
    }
    return new MalformedManifest("yaml: " + line(e, Line.PROBLEM) + said);
  }

  /// A problem whose line is not known.
  static MalformedManifest of(String problem) {
    boolean control = problem.startsWith("special characters");
    return new MalformedManifest(
        "yaml: " + (control ? "control characters are not allowed" : problem));
  }

  /// A problem that kustomize meets when it puts mappings together.
  static MalformedManifest structure(String problem) {
    return new MalformedManifest(problem, Stage.STRUCTURE);
  }

  /// A problem that kustomize meets when it writes the value.
  static MalformedManifest value(String problem) {
    return new MalformedManifest(problem, Stage.VALUE);
  }

  private static String words(MarkedYamlEngineException e, Problem problem) {
    boolean list =
        problem.said().equals("expected <block end>") && e.getContext().endsWith("collection");
    return list ? "did not find expected '-' indicator" : problem.words();
  }

  private static String line(MarkedYamlEngineException e, Line line) {
    Optional<Mark> problem = e.getProblemMark();
    Optional<Mark> context = e.getContextMark().or(() -> problem);
    int number =
        switch (line) {
          case PROBLEM -> of(problem) + 1;
          case ABOVE -> of(problem);
          case CONTEXT -> of(context) + 1;
          case ABOVE_CONTEXT -> of(context) == 0 ? of(problem) : of(context);
        };
    return number > 0 ? "line " + number + ": " : "";
  }

  private static int of(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(-1);
  }

  /// Which line a message names.
  private enum Line {
    PROBLEM,
    ABOVE,
    CONTEXT,
    ABOVE_CONTEXT
  }

  /// How a problem begins in the words of our reader, and what Go's says.
  private record Problem(String said, String words, Line line) {

    Problem(String said, String words) {
      this(said, words, Line.PROBLEM);
    }
  }
}
