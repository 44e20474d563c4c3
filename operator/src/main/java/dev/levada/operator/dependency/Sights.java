package dev.levada.operator.dependency;

import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.cluster.observe.Reflector;
import dev.levada.core.manifest.ObjectId;
import dev.levada.operator.runtime.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Watches the objects that Kustomizations depend on, each once for all that look as the same
/// account, for as long as somebody depends on it.
public final class Sights implements AutoCloseable {

  private final KubeClient client;
  private final Discovery discovery;
  private final Consumer<Key> wake;
  private final Definitions definitions;
  private final Map<Subject, Sight> sights = new HashMap<>();
  private final Map<Key, Set<Subject>> held = new HashMap<>();

  /// @param client the engine's own cluster
  /// @param discovery which kinds there are in it
  /// @param wake wakes a Kustomization
  public Sights(KubeClient client, Discovery discovery, Consumer<Key> wake) {
    this.client = client;
    this.discovery = discovery;
    this.wake = wake;
    this.definitions = new Definitions(client, discovery);
  }

  /// A Kustomization depends on these, and on no others any more.
  void hold(Key key, Set<Subject> subjects) {
    List<Sight> ended;
    synchronized (this) {
      Set<Subject> before = held.getOrDefault(key, Set.of());
      if (before.equals(subjects)) {
        return;
      }
      for (Subject subject : subjects) {
        sights
            .computeIfAbsent(
                subject, _ -> new Sight(subject, this::watch, definitions::await, wake))
            .holders()
            .add(key);
      }
      var gone = new HashSet<>(before);
      gone.removeAll(subjects);
      ended = leave(key, gone);
      keep(key, subjects);
    }
    ended.forEach(this::end);
  }

  private void keep(Key key, Set<Subject> subjects) {
    if (subjects.isEmpty()) {
      held.remove(key);
    } else {
      held.put(key, Set.copyOf(subjects));
    }
  }

  private List<Sight> leave(Key key, Set<Subject> subjects) {
    var last = new ArrayList<Sight>();
    for (Subject subject : subjects) {
      Sight sight = sights.get(subject);
      if (sight != null) {
        sight.enough(key);
        sight.holders().remove(key);
        if (sight.holders().isEmpty()) {
          sights.remove(subject);
          last.add(sight);
        }
      }
    }
    return last;
  }

  private void begin(Sight sight) {
    Optional<ResourceType> type = discovery.find(sight.subject().type());
    type.ifPresentOrElse(sight::served, sight::absent);
  }

  // Outside the lock, for it waits for the watch to end.
  private void end(Sight sight) {
    definitions.forget(sight);
    sight.close();
  }

  private Reflector watch(ResourceType type, Sight sight) {
    Subject subject = sight.subject();
    String user = subject.user();
    return Reflector.start(
        user.isEmpty() ? client : client.impersonating(user),
        type,
        new Selection(subject.namespace(), "", "metadata.name=" + subject.name()),
        sight);
  }

  /// What is seen of an object that a Kustomization holds; it is woken when that changes.
  Seen look(Key key, Subject subject) {
    Optional<Sight> sight = find(subject);
    sight.filter(Sight::isIdle).ifPresent(this::begin);
    return sight.map(known -> known.look(key)).orElseGet(Seen.NotYet::new);
  }

  /// A Kustomization waits for this object no more.
  void enough(Key key, Subject subject) {
    find(subject).ifPresent(sight -> sight.enough(key));
  }

  private synchronized Optional<Sight> find(Subject subject) {
    return Optional.ofNullable(sights.get(subject));
  }

  /// What an object waits for itself, as far as anybody sees it.
  synchronized List<ObjectId> needs(ObjectId id) {
    return sights.values().stream()
        .filter(sight -> sight.subject().id().equals(id))
        .map(Sight::seen)
        .filter(Seen.There.class::isInstance)
        .map(Seen.There.class::cast)
        .flatMap(there -> there.needs().stream())
        .distinct()
        .toList();
  }

  /// A Kustomization is gone.
  void release(Key key) {
    hold(key, Set.of());
  }

  @Override
  public void close() {
    List<Sight> all;
    synchronized (this) {
      all = List.copyOf(sights.values());
      sights.clear();
      held.clear();
    }
    definitions.close();
    all.forEach(Sight::close);
  }
}
