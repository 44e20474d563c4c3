package dev.levada.operator.source;

import dev.levada.api.SourceReference;
import dev.levada.core.tree.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The trees of all sources at their present revisions, inside this process: who builds reads from
/// here, so that nothing is packed, sent, unpacked or copied on the way of a commit.
public final class SourceShelf {

  /// A source's content.
  ///
  /// @param revision the revision, as status and messages say it
  /// @param tree its files, without those that are ignored
  public record Shelved(String revision, Tree tree) {}

  private final Map<SourceReference, Shelved> shelved = new ConcurrentHashMap<>();
  private final List<Consumer<SourceReference>> listeners = new CopyOnWriteArrayList<>();

  /// Calls back whenever a source gets another revision; at once, on the thread that puts it there.
  public void listen(Consumer<SourceReference> listener) {
    listeners.add(listener);
  }

  /// A source's content, if it was fetched since the process began.
  public Optional<Shelved> find(SourceReference source) {
    return Optional.ofNullable(shelved.get(source));
  }

  /// Puts a source's content there; whoever reads an older tree may go on doing so.
  public void put(SourceReference source, Shelved content) {
    shelved.put(source, content);
    listeners.forEach(listener -> listener.accept(source));
  }

  /// Takes a source's content away.
  public void remove(SourceReference source) {
    if (shelved.remove(source) != null) {
      listeners.forEach(listener -> listener.accept(source));
    }
  }
}
