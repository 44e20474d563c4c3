package dev.levada.core.health;

import dev.levada.core.manifest.Manifest;
import java.time.Instant;

/// A CustomResourceDefinition is current when the API server serves its kind, and failed when its
/// names are taken.
final class DefinitionRule implements Rule {

  @Override
  public Health judge(Manifest live, Instant now) {
    Condition names = Condition.of(live, "NamesAccepted");
    if (names.isFalse()) {
      return Health.failed(names.explain("its names are not accepted"));
    }
    Condition established = Condition.of(live, "Established");
    return established.isTrue()
        ? Health.current("is established")
        : Health.inProgress(established.explain("is not established yet"));
  }
}
