package dev.levada.testbed.kubernetes;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands tests a [ControlPlane], started when the first one asks and ended after the last test of
/// the run, and a [TestNamespace]. A namespace belongs to the test that asks for it; one that
/// `@BeforeAll` or the constructor of a per-class instance asks for belongs to all tests of the
/// class.
public final class ControlPlaneExtension implements ParameterResolver {

  private static final Namespace STORE = Namespace.create(ControlPlaneExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == ControlPlane.class || type == TestNamespace.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var plane =
        context
            .getRoot()
            .getStore(STORE)
            .computeIfAbsent(
                ControlPlane.class,
                key -> ControlPlane.start(Settings.standard()),
                ControlPlane.class);
    if (parameter.getParameter().getType() == ControlPlane.class) {
      return plane;
    }
    return context
        .getStore(STORE)
        .computeIfAbsent(TestNamespace.class, key -> plane.createNamespace(), TestNamespace.class);
  }
}
