package dev.levada.operator.receiver;

import dev.levada.api.ImageRepository;
import dev.levada.api.notification.Receiver;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.core.hook.notice.Notice;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Finds the objects that an entry of `spec.resources` names.
///
/// @param client the cluster
/// @param kinds how it serves kinds
/// @param crossNamespace whether a Receiver may wake objects of other namespaces
record Sleepers(KubeClient client, WokenKinds kinds, boolean crossNamespace) {

  private static final String ALL = "*";

  /// The objects that an entry names and that its conditions allow.
  ///
  /// @param index the entry's place
  /// @throws NotWoken where they cannot be found
  List<Sleeper> find(
      Receiver receiver, int index, ReceiverRules rules, GenuineCall call, Notice notice) {
    Receiver.Resource entry = receiver.spec().resources().get(index);
    if (!crossNamespace && !entry.namespace().equals(receiver.metadata().namespace())) {
      throw new NotWoken(
          "the namespace "
              + entry.namespace()
              + " is not the Receiver's, and"
              + " --no-cross-namespace-refs forbids others");
    }
    ResourceType type = kinds.of(entry);
    boolean named = entry.kind().equals(ImageRepository.KIND) && notice instanceof Notice.Named;
    if (!entry.name().equals(ALL) && !named && !rules.askAbout(index)) {
      return List.of(new Sleeper(type, entry.namespace(), entry.name(), new Mapping()));
    }
    return read(entry, type).stream()
        .filter(object -> rules.allow(index, object.root(), call))
        .map(object -> new Sleeper(type, object.namespace(), object.name(), object.root()))
        .toList();
  }

  private List<Manifest> read(Receiver.Resource entry, ResourceType type) {
    if (!entry.name().equals(ALL)) {
      return List.of(
          client
              .find(type, entry.namespace(), entry.name())
              .orElseThrow(() ->
                  new NotWoken(
                      entry.kind() + "/" + entry.namespace() + "/" + entry.name() + " not found")));
    }
    if (entry.labels().isEmpty()) {
      throw new NotWoken("spec.resources with the name '*' needs matchLabels");
    }
    var found = new ArrayList<Manifest>();
    client.list(type, new Selection(entry.namespace(), selector(entry.labels()), ""), found::add);
    return found;
  }

  private static String selector(Map<String, String> labels) {
    return new TreeMap<>(labels)
        .entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(","));
  }
}
