package dev.levada.core.plan;

import dev.levada.core.manifest.ObjectId;

/// One object's change.
///
/// @param id which object
/// @param change what happens to it
public record Entry(ObjectId id, Change change) {

  /// `Deployment/ns/name configured`, as events list it.
  public String text() {
    return id.subject() + " " + change.action() + Takeover.text(change);
  }
}
