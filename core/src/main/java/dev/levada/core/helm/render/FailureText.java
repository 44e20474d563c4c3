package dev.levada.core.helm.render;

import dev.levada.core.gotemplate.ParseFailed;
import dev.levada.core.gotemplate.TemplateFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How Helm tells the user that a template failed (helm.md section 7).
final class FailureText {

  private FailureText() {}

  static RenderFailed parse(ParseFailed failed) {
    String message = String.valueOf(failed.getMessage());
    String text = message.substring(message.lastIndexOf(": ") + 2);
    return new RenderFailed(
        "parse error at (" + failed.file() + ":" + failed.line() + "): " + text,
        "Correct line " + failed.line() + " of " + failed.file() + ".");
  }

  static RenderFailed execution(TemplateFailed failed) {
    Optional<Refused> refused = refused(failed);
    if (refused.isPresent()) {
      return new RenderFailed(
          "execution error at (" + place(failed) + "): " + refused.get().getMessage(),
          "The chart's author demands this: set the values accordingly.");
    }
    String text = structured(failed).orElseGet(() -> String.valueOf(failed.getMessage()));
    TemplateFailed innermost = innermost(failed);
    return new RenderFailed(text, TemplateHint.of(innermost.text(), place(innermost)));
  }

  private static Optional<Refused> refused(Throwable failed) {
    for (Throwable at = failed; at != null; at = at.getCause()) {
      if (at instanceof Refused refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }

  private static TemplateFailed innermost(TemplateFailed failed) {
    TemplateFailed at = failed;
    for (TemplateFailed below = at.below(); below != null; below = at.below()) {
      at = below.where() == null ? at : below;
      if (below.where() == null) {
        return at;
      }
    }
    return at;
  }

  private static String place(TemplateFailed failed) {
    TemplateFailed.Where where = failed.where();
    return where == null
        ? "the place named"
        : where.file() + ":" + where.line() + ":" + where.column();
  }

  /// One block for each level, where all levels are templates' own failures.
  private static Optional<String> structured(TemplateFailed failed) {
    var blocks = new ArrayList<String>();
    Throwable at = failed;
    while (at != null) {
      if (!(at instanceof TemplateFailed level)) {
        return Optional.empty();
      }
      add(blocks, block(level, level.getCause() != null));
      at = level.getCause();
    }
    return Optional.of(String.join("\n", blocks));
  }

  private static void add(List<String> blocks, String block) {
    if (blocks.isEmpty() || !blocks.getLast().equals(block)) {
      blocks.add(block);
    }
  }

  private static String block(TemplateFailed level, boolean more) {
    TemplateFailed.Where where = level.where();
    if (where == null) {
      return String.valueOf(level.getMessage());
    }
    String text = level.text();
    return place(level)
        + "\n  executing \""
        + where.template()
        + "\" at <"
        + where.node()
        + ">:\n    "
        + (more ? called(text) : text.stripTrailing());
  }

  /// `error calling include:` without what the level below says.
  private static String called(String text) {
    int colon = text.indexOf(": ");
    return colon < 0 ? text : text.substring(0, colon + 1);
  }
}
