package dev.levada.testbed.forge;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands tests one [Gitea], started when the first one asks and ended after the last test of the
/// run.
final class ForgeExtension implements ParameterResolver {

  private static final Namespace STORE = Namespace.create(ForgeExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Gitea.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(STORE)
        .computeIfAbsent(Gitea.class, key -> Gitea.start(), Gitea.class);
  }
}
