package dev.levada.testbed.forge;

import dev.levada.testbed.program.TestbedFailure;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands tests one [GitHubEmulator] for the run, and skips them loudly where there is no Node.js to
/// run it.
final class GitHubExtension implements ExecutionCondition, ParameterResolver {

  private static final Namespace STORE = Namespace.create(GitHubExtension.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    try {
      GitHubEmulator.program().command();
      return ConditionEvaluationResult.enabled("GitHub can be emulated");
    } catch (TestbedFailure missing) {
      System.err.println("SKIPPED: " + context.getDisplayName() + ": " + missing.getMessage());
      return ConditionEvaluationResult.disabled(missing.getMessage());
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == GitHubEmulator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(STORE)
        .computeIfAbsent(GitHubEmulator.class, key -> GitHubEmulator.start(), GitHubEmulator.class);
  }
}
