package dev.levada.core.manifest;

import dev.levada.core.manifest.MalformedManifest.Stage;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// What is wrong with a YAML text, in the words and with the lines that Go's readers have for it,
/// because people and programs look for these.
final class Problems {

  private static final String NO_LETTER = "did not find expected alphabetic or numeric character";

  private static final List<Problem> KNOWN =
      List.of(
          new Problem("mapping values are not", "mapping values are not allowed in this context"),
          new Problem(
              "sequence entries are not", "block sequence entries are not allowed in this context"),
          new Problem("mapping keys are not", "mapping keys are not allowed in this context"),
          new Problem("found undefined tag handle", "found undefined tag handle"),
          new Problem("unexpected character found", NO_LETTER),
          new Problem("expected alphabetic or", NO_LETTER),
          new Problem("found character '", "found character that cannot start any token"),
          new Problem("found a key after \\t", "found character that cannot start any token"),
          new Problem("found a sequence entry", "found character that cannot start any token"),
          new Problem("found unknown escape character", "found unknown escape character"),
          new Problem("expected chomping or ind", "did not find expected comment or line break"),
          new Problem("expected a comment or a", "did not find expected comment or line break"),
          new Problem("expected escape sequence", "did not find expected hexdecimal number"),
          new Problem("expected '!', but found", "did not find expected '!'"),
          new Problem("expected '>', but found", "did not find the expected '>'"),
          new Problem("expected ' ', but found", "did not find expected whitespace or line break"),
          new Problem("expected URI, but found", "did not find expected tag URI"),
          new Problem("expected URI escape seq", "did not find URI escaped octet"),
          new Problem("found duplicate YAML", "found duplicate %YAML directive", Found.PARSING),
          new Problem("duplicate tag handle", "found duplicate %TAG directive", Found.PARSING),
          new Problem("could not find expected ':'", "could not find expected ':'"),
          new Problem("found unexpected end of", "found unexpected end of stream"),
          new Problem("A simple key is required", "did not find expected key", Found.PARSING),
          new Problem("expected ',' or ']'", "did not find expected ',' or ']'", Found.PARSING),
          new Problem("expected ',' or '}'", "did not find expected ',' or '}'", Found.PARSING),
          new Problem("expected <block end>", "did not find expected key", Found.PARSING),
          new Problem(
              "expected the node content", "did not find expected node content", Found.PARSING),
          new Problem(
              "expected '<document start>'",
              "did not find expected <document start>",
              Found.PARSING));

  private Problems() {}

  /// @param text what was read
  static MalformedManifest of(MarkedYamlEngineException e, String text, YamlRules rules) {
    Optional<TabInBlanks> tab = TabInBlanks.find(e, text);
    if (tab.isPresent()) {
      return of(tab.get(), rules);
    }
    String said = e.getProblem();
    Optional<MalformedManifest> noKey = EmptyKey.problem(e, text);
    if (noKey.isPresent()) {
      return noKey.get();
    }
    int broken = of(e.getProblemMark()) + (isBehindLastLine(e, text) ? 1 : 0);
    int line = line(of(e.getContextMark()), broken, rules);
    for (Problem problem : KNOWN) {
      if (said.startsWith(problem.said())) {
        return new MalformedManifest("yaml: " + place(line, problem.found()) + words(e, problem));
      }
    }
    return new MalformedManifest("yaml: " + place(line, Found.SCANNING) + said);
  }

  /// To Go's readers the end of a text is a line of its own.
  private static boolean isBehindLastLine(MarkedYamlEngineException e, String text) {
    if (text.endsWith("\n")) {
      return false;
    }
    String said = e.getProblem();
    return said.contains("<stream end>")
        || (said.startsWith("could not find expected ':'")
            && e.getProblemMark().filter(mark -> isAtEnd(mark, text)).isPresent());
  }

  private static boolean isAtEnd(Mark mark, String text) {
    return mark.getIndex() >= text.codePointCount(0, text.length());
  }

  /// A tab where none may be.
  static MalformedManifest of(TabInBlanks tab, YamlRules rules) {
    return scanned(tab.begun(), tab.line(), tab.problem(), rules);
  }

  /// A problem within a token.
  ///
  /// @param begun the line, from zero, on which the token begins
  /// @param broken the line, from zero, of the problem
  static MalformedManifest scanned(int begun, int broken, String problem, YamlRules rules) {
    return new MalformedManifest(
        "yaml: " + place(line(begun, broken, rules), Found.SCANNING) + problem);
  }

  /// A problem that Go's readers meet when they put tokens together.
  static MalformedManifest parsed(int line, String problem) {
    return new MalformedManifest("yaml: " + place(line, Found.PARSING) + problem);
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
    String context = String.valueOf(e.getContext());
    if (problem.said().equals("expected <block end>") && context.endsWith("collection")) {
      return "did not find expected '-' indicator";
    }
    if (problem.words().equals(NO_LETTER) && context.endsWith("directive")) {
      boolean named = e.getProblemMark().filter(mark -> mark.getColumn() > 1).isPresent();
      return named
          ? "found unexpected non-alphabetical character"
          : "could not find expected directive name";
    }
    return problem.words();
  }

  /// The line that a message names, from zero: resources are read by a reader that names where the
  /// construct began, kustomizations by one that names where it broke off. Neither names the first
  /// line if it has another.
  private static int line(int begun, int broken, YamlRules rules) {
    return switch (rules) {
      case RESOURCE_V3 -> begun > 0 ? begun : broken;
      case KUSTOMIZATION_1_1 -> broken > 0 ? broken : begun;
    };
  }

  private static String place(int line, Found found) {
    if (line <= 0) {
      return "";
    }
    return switch (found) {
      case SCANNING -> "line " + (line + 1) + ": ";
      case PARSING -> "line " + line + ": ";
    };
  }

  private static int of(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(-1);
  }

  /// In which step Go's readers find a problem; the later one counts lines from zero.
  private enum Found {
    SCANNING,
    PARSING
  }

  /// How a problem begins in the words of our reader, and what Go's says.
  private record Problem(String said, String words, Found found) {

    Problem(String said, String words) {
      this(said, words, Found.SCANNING);
    }
  }
}
