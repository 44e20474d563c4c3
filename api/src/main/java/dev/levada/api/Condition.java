package dev.levada.api;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import java.util.Optional;

/// One condition of a status.
///
/// @param type what it judges
/// @param status True, False or Unknown
/// @param reason a word that programs match
/// @param message text for people
/// @param observedGeneration the generation it judges; 0 where it does not say
public record Condition(
    String type, String status, String reason, String message, long observedGeneration) {

  /// The summary that every kind carries.
  public static final String READY = "Ready";

  /// The condition of a type in a status, if it is there.
  public static Optional<Condition> find(Mapping status, String type) {
    for (Node node : status.sequenceAt("conditions")) {
      if (node instanceof Mapping condition && condition.textAt("type").equals(type)) {
        return Optional.of(
            new Condition(
                type,
                condition.textAt("status"),
                condition.textAt("reason"),
                condition.textAt("message"),
                condition.numberAt(0, "observedGeneration")));
      }
    }
    return Optional.empty();
  }

  /// Whether the condition of a type is True.
  public static boolean isTrue(Mapping status, String type) {
    return find(status, type).filter(condition -> condition.status().equals("True")).isPresent();
  }
}
