package dev.levada.core.helm.release;

import java.util.List;

/// An object that is made at a point of a release's life instead of belonging to it.
///
/// @param name the object's name
/// @param kind the object's kind
/// @param path the template it comes from
/// @param manifest its YAML
/// @param events when it runs
/// @param weight hooks of one event run by weight, then name
/// @param deletePolicies when it is deleted, as the annotation says: `before-hook-creation`,
///   `hook-succeeded`, `hook-failed`
/// @param outputLogPolicies when its logs are printed, as the annotation says
public record Hook(
    String name,
    String kind,
    String path,
    String manifest,
    List<HookEvent> events,
    int weight,
    List<String> deletePolicies,
    List<String> outputLogPolicies) {

  /// Fixes the lists.
  public Hook {
    events = List.copyOf(events);
    deletePolicies = List.copyOf(deletePolicies);
    outputLogPolicies = List.copyOf(outputLogPolicies);
  }

  /// Whether this is a test.
  public boolean isTest() {
    return events.contains(HookEvent.TEST);
  }
}
