package dev.levada.operator.source;

import dev.levada.api.GitRepository;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Mapping;
import java.util.List;
import java.util.Optional;

/// Refuses sources that ask for what is not built yet: half of what was asked for would be worse
/// than nothing.
public final class NotBuiltYet {

  private static final List<String> FIELDS =
      List.of("include", "verify", "sparseCheckout", "proxySecretRef", "serviceAccountName");

  private NotBuiltYet() {}

  /// Refuses a GitRepository.
  ///
  /// @throws FailureException where it sets such a field
  public static void refuse(GitRepository object) {
    Optional<String> field = field(object.spec().raw());
    if (field.isPresent()) {
      throw FailureException.stalled(
          Reason.UNSUPPORTED_FIELD,
          "GitRepository/"
              + object.metadata().namespace()
              + "/"
              + object.metadata().name()
              + " sets spec."
              + field.get()
              + ", which Levada does not support yet",
          "Remove the field, or let Flux's source-controller look after this source");
    }
  }

  private static Optional<String> field(Mapping spec) {
    String provider = spec.textAt("provider");
    return FIELDS.stream()
        .filter(spec::has)
        .findFirst()
        .or(() ->
            spec.isTrueAt("recurseSubmodules")
                ? Optional.of("recurseSubmodules")
                : Optional.empty())
        .or(() ->
            provider.isEmpty() || provider.equals("generic")
                ? Optional.empty()
                : Optional.of("provider"));
  }
}
