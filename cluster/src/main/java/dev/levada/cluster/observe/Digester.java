package dev.levada.cluster.observe;

import dev.levada.core.health.Health;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import java.time.InstantSource;
import java.util.Map;

/// Makes of a live object the little that is remembered of it.
final class Digester {

  private final OwnerLabels labels;
  private final LiveRules rules;
  private final InstantSource clock;
  private final Words words = new Words();

  Digester(OwnerLabels labels, LiveRules rules, InstantSource clock) {
    this.labels = labels;
    this.rules = rules;
    this.clock = clock;
  }

  Live of(Manifest live) {
    Map<String, String> worn = live.labels();
    Health health = rules.health(live, clock.instant());
    return new Live(
        id(live.id()),
        words.one(live.type().version()),
        live.uid(),
        live.resourceVersion(),
        live.generation(),
        new Health(health.status(), words.one(health.message())),
        words.one(worn.getOrDefault(labels.name(), "")),
        words.one(worn.getOrDefault(labels.namespace(), "")),
        rules.fingerprint(live),
        rules.cleanupNeeded(live),
        words.one(LastWriter.of(live)));
  }

  private ObjectId id(ObjectId id) {
    return new ObjectId(
        words.one(id.group()), words.one(id.kind()), words.one(id.namespace()), id.name());
  }
}
