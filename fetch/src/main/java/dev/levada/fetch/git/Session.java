package dev.levada.fetch.git;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;

/// One conversation with a server about one repository.
final class Session implements AutoCloseable {

  private final Transport transport;
  private final Wire wire;

  /// @param into where fetched objects go
  /// @param wire how to reach the server
  /// @param timeout how long to wait for any single answer
  Session(Repository into, Wire wire, Duration timeout)
      throws NotSupportedException, TransportException {
    this.wire = wire;
    this.transport = Transport.open(into, wire.address().uri());
    transport.setTimeout(Math.clamp(timeout.toSeconds() + 1, 1, Integer.MAX_VALUE / 1000));
    transport.setTagOpt(TagOpt.NO_TAGS);
    transport.setDepth(1);
    wire.attachTo(transport);
  }

  /// What a question's answer means; no object is fetched.
  List<Target> ask(RefQuestion question) throws IOException {
    try (FetchConnection connection = transport.openFetch(question.wanted())) {
      return question.meant(connection.getRefsMap());
    }
  }

  /// Whether the repository has no reference at all.
  boolean isEmpty() throws IOException {
    try (FetchConnection connection = transport.openFetch()) {
      return connection.getRefs().isEmpty();
    }
  }

  /// Asks, and fetches what is meant unless it is already here, in one conversation.
  ///
  /// @param has the objects that are here, complete
  List<Target> fetch(RefQuestion question, Set<ObjectId> has) throws IOException {
    try (FetchConnection connection = transport.openFetch(question.wanted())) {
      List<Target> targets = question.meant(connection.getRefsMap());
      List<Ref> missing =
          targets.stream()
              .filter(target -> !has.contains(target.commit()))
              .<Ref>map(target -> named(target.object()))
              .toList();
      if (!missing.isEmpty()) {
        connection.fetch(NullProgressMonitor.INSTANCE, missing, Set.of());
      }
      return targets;
    }
  }

  private static Ref named(ObjectId object) {
    return new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, object.name(), object);
  }

  @Override
  public void close() {
    transport.close();
    wire.close();
  }
}
