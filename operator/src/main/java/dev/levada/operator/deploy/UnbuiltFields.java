package dev.levada.operator.deploy;

import dev.levada.api.Kustomization;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import java.util.List;
import java.util.Optional;

/// Stops a Kustomization that sets a field which is not built yet: applying without it would put
/// something else into the cluster than the user asked for.
final class UnbuiltFields {

  private static final List<String> FIELDS = List.of("ignore");

  private UnbuiltFields() {}

  static void refuse(Kustomization object) {
    Optional<String> field = FIELDS.stream().filter(object.spec().raw()::has).findFirst();
    if (field.isPresent()) {
      throw FailureException.stalled(
          Reason.UNSUPPORTED_FIELD,
          "Kustomization/"
              + object.metadata().namespace()
              + "/"
              + object.metadata().name()
              + " sets spec."
              + field.get()
              + ", which Levada does not support yet",
          "Remove the field, or let Flux's kustomize-controller look after this object");
    }
  }
}
