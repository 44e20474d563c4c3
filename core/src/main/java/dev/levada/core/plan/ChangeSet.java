package dev.levada.core.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What happened to all objects of a deployment, in order.
///
/// @param entries one entry an object
public record ChangeSet(List<Entry> entries) {

  /// @param entries one entry an object; copied
  public ChangeSet {
    entries = List.copyOf(entries);
  }

  /// Whether anything in the cluster differs after it.
  public boolean hasChanges() {
    return changes().findAny().isPresent();
  }

  /// `Deployment/ns/name configured` and so on, one a line, of the objects that changed: the text
  /// of an event. Empty where none did.
  public String changedLines() {
    return changes().map(Entry::text).collect(Collectors.joining("\n"));
  }

  /// The same of all objects.
  public String lines() {
    return entries.stream().map(Entry::text).collect(Collectors.joining("\n"));
  }

  /// Each object's subject and action: the `output` of a log line.
  public Map<String, String> output() {
    var output = new LinkedHashMap<String, String>();
    entries.forEach(entry -> output.put(entry.id().subject(), entry.change().action()));
    return output;
  }

  private Stream<Entry> changes() {
    return entries.stream().filter(entry -> entry.change().isChange());
  }
}
