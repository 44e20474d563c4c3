package dev.levada.core.health;

import dev.levada.core.manifest.Manifest;
import java.time.Instant;

/// A Service is current at once; one of type LoadBalancer as soon as it has an address in the
/// cluster (that the load balancer has one too is not asked for, as in Flux).
final class ServiceRule implements Rule {

  @Override
  public Health judge(Manifest live, Instant now) {
    boolean balanced = live.root().textAt("spec", "type").equals("LoadBalancer");
    return balanced && live.root().textAt("spec", "clusterIP").isEmpty()
        ? Health.inProgress("has no cluster IP yet")
        : Health.current("is ready");
  }
}
