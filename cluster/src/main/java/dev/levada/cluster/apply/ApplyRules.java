package dev.levada.cluster.apply;

import java.util.Set;

/// How objects are applied.
///
/// @param manager the field manager
/// @param overridden further field managers whose fields are taken over
/// @param migrateApiVersion whether fields owned under another version of a kind are taken along
/// @param readOnly whether nothing is written: for a look at what would be
/// @param parallel how many objects of one stage are sent at once
public record ApplyRules(
    String manager,
    Set<String> overridden,
    boolean migrateApiVersion,
    boolean readOnly,
    int parallel) {

  /// Copies the set.
  public ApplyRules {
    overridden = Set.copyOf(overridden);
  }
}
