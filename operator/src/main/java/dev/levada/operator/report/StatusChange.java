package dev.levada.operator.report;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a report wants of a status, and the smallest patch that gets it there.
///
/// @param fields fields to set, by name; null takes one away
/// @param conditions conditions to set or delete; all others, ours and those of other writers, stay
///   as they are
public record StatusChange(Map<String, Node> fields, List<ConditionChange> conditions) {

  /// The longest message that a condition may carry (flux-api §1.8).
  private static final int LONGEST_MESSAGE = 20_000;

  /// Changes that count only together with others: on their own they are not worth a write.
  private static final String HISTORY = "history";

  public StatusChange {
    fields = new LinkedHashMap<>(fields);
    conditions = List.copyOf(conditions);
  }

  /// The merge patch of `status` that makes the change, or nothing where the status says it all
  /// already.
  ///
  /// @param status the status as it stands
  /// @param generation the generation that the conditions judge
  /// @param now when
  Optional<Mapping> patch(Mapping status, long generation, Instant now) {
    var patch = new Mapping();
    fields.forEach((name, value) -> {
      if (differs(status.get(name), value)) {
        patch.put(name, value);
      }
    });
    List<Node> judged = judged(status, generation, now);
    if (!status.sequenceAt("conditions").sameValue(new Sequence(judged))) {
      patch.put("conditions", new Sequence(judged));
    }
    boolean worthIt = patch.entries().keySet().stream().anyMatch(name -> !name.equals(HISTORY));
    return worthIt ? Optional.of(patch) : Optional.empty();
  }

  private static boolean differs(@Nullable Node now, Node wanted) {
    boolean unwanted = wanted instanceof Scalar scalar && scalar.isNull();
    if (now == null || (now instanceof Scalar old && old.isNull())) {
      return !unwanted;
    }
    return unwanted || !wanted.sameValue(now);
  }

  /// All conditions after the change, in their old order, new ones behind.
  private List<Node> judged(Mapping status, long generation, Instant now) {
    Map<String, Node> byType = new LinkedHashMap<>();
    for (Node condition : status.sequenceAt("conditions")) {
      if (condition instanceof Mapping mapping) {
        byType.put(mapping.textAt("type"), mapping);
      }
    }
    for (ConditionChange change : conditions) {
      switch (change) {
        case ConditionChange.Delete(String type) -> byType.remove(type);
        case ConditionChange.Set set ->
            byType.put(set.type(), condition(set, byType.get(set.type()), generation, now));
      }
    }
    return new ArrayList<>(byType.values());
  }

  private static Mapping condition(
      ConditionChange.Set set, @Nullable Node before, long generation, Instant now) {
    String message =
        set.message().length() > LONGEST_MESSAGE
            ? set.message().substring(0, LONGEST_MESSAGE - 1) + "…"
            : set.message();
    String since = now.truncatedTo(ChronoUnit.SECONDS).toString();
    if (before instanceof Mapping old
        && old.textAt("status").equals(set.status())
        && old.textAt("reason").equals(set.reason().word())
        && old.textAt("message").equals(message)) {
      since = old.textAt("lastTransitionTime");
    }
    return new Mapping()
        .put("lastTransitionTime", since)
        .put("message", message)
        .put("observedGeneration", Scalar.of(generation))
        .put("reason", set.reason().word())
        .put("status", set.status())
        .put("type", set.type());
  }
}
