package dev.levada.api;

import java.util.List;

/// A CustomResourceDefinition was asked for that Levada does not have. The message names it and
/// says which there are.
public final class UnknownCustomResourceDefinition extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownCustomResourceDefinition(String name, List<String> known) {
    super(
        known.isEmpty()
            ? "The CustomResourceDefinition %s is missing from this build. Install Levada anew."
                .formatted(name)
            : "Levada has no CustomResourceDefinition %s. Use one of %s."
                .formatted(name, String.join(", ", known)));
  }
}
