package dev.levada.core.gotemplate;

/// Executes templates of one set, one after the other, within common limits. Used by one thread.
public sealed interface Execution permits Run {

  /// What a template makes of data. Can be called again, also with another template: steps and
  /// output are counted over all calls.
  ///
  /// @throws TemplateFailed where Go's execution would fail
  /// @throws LimitExceeded where it takes more than it may
  String run(String template, Object data);
}
