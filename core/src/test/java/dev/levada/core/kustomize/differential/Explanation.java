package dev.levada.core.kustomize.differential;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Ways in which we differ from the real tool on purpose or knowingly; `docs/rendering.md` tells
/// each with its reason. A way is as narrow as it can be told from the two answers.
enum Explanation {
  /// It panics where patches gave two objects one id, and where a JSON patch has no target; we say
  /// so in an error.
  PANIC {
    @Override
    boolean explains(Comparison seen) {
      Optional<String> panic =
          seen.theirs()
              .lines()
              .filter(line -> line.startsWith("panic: "))
              .map(line -> line.substring("panic: ".length()))
              .findFirst();
      return panic.isPresent() && (isTwice(panic.get(), seen) || isUntold(panic.get(), seen));
    }

    private static boolean isTwice(String panic, Comparison seen) {
      return panic.startsWith("may not add resource with an already registered id: ")
          && seen.ours().endsWith(panic);
    }

    private static boolean isUntold(String panic, Comparison seen) {
      return panic.equals("runtime error: invalid memory address or nil pointer dereference")
          && seen.ours()
              .contains("trouble configuring builtin PatchJson6902Transformer with config: ")
          && seen.ours().endsWith(": must specify the target name")
          && !seen.ours().contains("\ntarget:");
    }
  },
  /// It hashes a generated object whose kind a patch changed over the inner form of its YAML
  /// parser.
  HASH_OF_ANOTHER_KIND {
    @Override
    boolean explains(Comparison seen) {
      List<String> ours = inOrder(seen.ours());
      List<String> theirs = inOrder(seen.theirs());
      return seen.verdict() == Comparison.Verdict.OTHER_OUTPUT
          && ours.size() == theirs.size()
          && IntStream.range(0, ours.size())
              .allMatch(i -> isSameButForHashes(ours.get(i), theirs.get(i)));
    }

    // The hash is part of the name that decides the order of the output.
    private static List<String> inOrder(String stream) {
      return documents(stream).stream()
          .sorted(Comparator.comparing(document -> HASH.matcher(document).replaceAll("")))
          .toList();
    }

    private static boolean isSameButForHashes(String ours, String theirs) {
      boolean generated = GENERATED.matcher(ours).find();
      return HASH.matcher(ours).replaceAll("").equals(HASH.matcher(theirs).replaceAll(""))
          && (!generated || names(ours).equals(names(theirs)));
    }

    private static List<String> names(String document) {
      return document.lines().filter(line -> line.startsWith("  name: ")).toList();
    }
  },
  /// It counts the lines of a key that stands twice in a text that nobody has seen.
  LINES_OF_A_REPEATED_KEY {
    @Override
    boolean explains(Comparison seen) {
      return seen.verdict() == Comparison.Verdict.OTHER_ERROR
          && seen.theirs().contains(" already defined at line ")
          && LINE.matcher(seen.ours())
              .replaceAll("line")
              .equals(LINE.matcher(seen.theirs()).replaceAll("line"));
    }
  },
  /// It shows the whole object whose reference could mean several; we name the candidates only.
  AMBIGUOUS_REFERRER {
    @Override
    boolean explains(Comparison seen) {
      return withoutHashes(seen.theirs())
          .startsWith(
              withoutHashes(seen.ours())
                  + "\n\n**** Too many possible referral targets to referrer:\n");
    }

    // The candidates may be generated objects of another kind.
    private static String withoutHashes(String text) {
      return HASH.matcher(text).replaceAll("");
    }
  },
  /// It rounds whole numbers beyond 2^53 in JSON patches.
  ROUNDED_NUMBER {
    @Override
    boolean explains(Comparison seen) {
      return seen.verdict() == Comparison.Verdict.OTHER_OUTPUT
          && rounded(seen.ours()).equals(rounded(seen.theirs()));
    }

    private static String rounded(String text) {
      return LONG_NUMBER.matcher(text).replaceAll(Explanation::asDouble);
    }
  },
  /// It counts the lines of a text in between where it says which one begins with a tab.
  LINE_WITH_A_TAB {
    @Override
    boolean explains(Comparison seen) {
      return seen.verdict() == Comparison.Verdict.OTHER_ERROR
          && last(seen.theirs())
              .endsWith("found a tab character where an indentation space is expected")
          && last(seen.ours()).equals(last(seen.theirs()));
    }

    private static String last(String text) {
      return LINE.matcher(text.substring(Math.max(0, text.lastIndexOf("yaml: line "))))
          .replaceAll("line");
    }
  },
  /// It shows all field specifications, defaults included, where two contradict each other.
  SHOWN_CONFIGURATION {
    @Override
    boolean explains(Comparison seen) {
      return seen.verdict() == Comparison.Verdict.OTHER_ERROR
          && seen.theirs().contains("merging config &{")
          && CONFIGURATION
              .matcher(seen.theirs())
              .replaceAll("merging config: ")
              .equals(seen.ours());
    }
  },
  /// It spells annotations now so, now so in the objects that a message about a conflict shows.
  NOTES_IN_A_MESSAGE {
    @Override
    boolean explains(Comparison seen) {
      return seen.verdict() == Comparison.Verdict.OTHER_ERROR
          && seen.theirs().contains("namespace transformation produces ID conflict: [")
          && unquoted(seen.ours()).equals(unquoted(seen.theirs()));
    }

    private static String unquoted(String text) {
      return QUOTED_WORD.matcher(text).replaceAll(":$1");
    }
  };

  private static final Pattern GENERATED = Pattern.compile("(?m)^kind: (ConfigMap|Secret)$");
  private static final Pattern HASH = Pattern.compile("-[bcdfghkmt2456789]{10}(?![a-z0-9])");
  private static final Pattern LINE = Pattern.compile("line \\d+");
  private static final Pattern CONFIGURATION =
      Pattern.compile("(?s)merging config &\\{.*\\}: (?=failed to merge )");
  private static final Pattern QUOTED_WORD =
      Pattern.compile(":\\\\?\"(\\d+|true|false|null)\\\\?\"");
  private static final Pattern LONG_NUMBER = Pattern.compile("(?<=: )\\d{16,19}(?=\n)");

  abstract boolean explains(Comparison seen);

  /// The way in which the two differ, if it is known.
  static Optional<Explanation> of(Comparison seen) {
    for (Explanation each : values()) {
      if (each.explains(seen)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static List<String> documents(String stream) {
    return List.of(stream.split("(?m)^---\\n"));
  }

  private static String asDouble(MatchResult number) {
    return Double.toString(Double.parseDouble(number.group()));
  }
}
