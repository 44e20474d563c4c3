package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.function.FunctionFailed;
import org.jspecify.annotations.Nullable;

/// A template could not be executed. The message is Go's: `template: FILE:LINE:COL: executing
/// "NAME" at <NODE>: …`.
public final class TemplateFailed extends RuntimeException {

  private final @Nullable Where where;
  private final String text;

  /// Where in which template.
  ///
  /// @param file the name under which the text was parsed
  /// @param line counts from 1
  /// @param column bytes in the line, counts from 0
  /// @param template the template that was executed
  /// @param node the node as Go prints it
  public record Where(String file, int line, int column, String template, String node) {

    private String prefix() {
      return "template: %s:%d:%d: executing \"%s\" at <%s>: "
          .formatted(file, line, column, template, node);
    }
  }

  /// A failure at a node.
  public TemplateFailed(Where where, String text, @Nullable Throwable cause) {
    super(where.prefix() + text, cause, false, false);
    this.where = where;
    this.text = text;
  }

  /// A failure that has no node, such as a missing template.
  public TemplateFailed(String message) {
    super(message, null, false, false);
    this.where = null;
    this.text = message;
  }

  /// Where it failed, if at a node.
  public @Nullable Where where() {
    return where;
  }

  /// What failed, without where: for a failed function `error calling NAME: …`.
  public String text() {
    return text;
  }

  /// The function's failure that stopped the template, if one did.
  public @Nullable FunctionFailed functionFailure() {
    return getCause() instanceof FunctionFailed failed ? failed : null;
  }

  /// The failure of the template below, where a function or an action called one.
  public @Nullable TemplateFailed below() {
    Throwable cause = getCause();
    while (cause != null) {
      if (cause instanceof TemplateFailed failed) {
        return failed;
      }
      cause = cause.getCause();
    }
    return null;
  }
}
