package dev.levada.operator.runtime.lease;

import dev.levada.operator.runtime.timing.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets one of several processes lead, by a lease that each tries to hold (flux-api.md, 4.4). A
/// leader that could not renew its lease steps down before the lease expires for the others, even
/// where a request of its own hangs: there are never two.
public final class LeaderElection {

  /// How long a lease lasts that is not renewed.
  static final Duration LEASE = Duration.ofSeconds(35);

  /// After how long without a renewal a leader steps down.
  static final Duration RENEW_DEADLINE = Duration.ofSeconds(30);

  /// How often a candidate looks, and a leader renews.
  static final Duration RETRY = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(LeaderElection.class);
  private static final Duration RELEASED = Duration.ofSeconds(1);
  private static final int RELEASE_TRIES = 3;

  private final LeaseStore store;
  private final Timeline timeline;
  private final String identity;
  private final Executor requests;
  private final Executor calls;

  private Runnable onLead = () -> {};
  private Runnable onLost = () -> {};
  private LeaseStep.@Nullable Sighting seen;
  private Timeline.@Nullable Alarm deadline;
  private Instant leadsUntil = Instant.MIN;
  private boolean leading;
  private boolean stopped;

  /// @param store where the lease is kept
  /// @param timeline tells the time and rings
  /// @param identity who we are; unlike every other candidate
  public LeaderElection(LeaseStore store, Timeline timeline, String identity) {
    this(store, timeline, identity, oneByOne("lease"), oneByOne("leadership"));
  }

  LeaderElection(
      LeaseStore store, Timeline timeline, String identity, Executor requests, Executor calls) {
    this.store = store;
    this.timeline = timeline;
    this.identity = identity;
    this.requests = requests;
    this.calls = calls;
  }

  private static Executor oneByOne(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
  }

  /// An identity that no other process has: `hostname_uuid`.
  public static String identity(String hostname) {
    return hostname + "_" + UUID.randomUUID();
  }

  /// What is done when we become the leader, on a thread of its own; set before the start.
  public synchronized LeaderElection onLead(Runnable action) {
    onLead = action;
    return this;
  }

  /// What is done when we no longer are the leader without having stopped, on the same thread.
  public synchronized LeaderElection onLost(Runnable action) {
    onLost = action;
    return this;
  }

  /// Whether we lead.
  public synchronized boolean isLeader() {
    return leading;
  }

  /// Becomes a candidate.
  public void start() {
    requests.execute(this::attempt);
  }

  /// Is no candidate any more, and lets another lead at once where we led. For the end of a
  /// shutdown: the controllers have stopped before. {@link #onLost} is not called.
  public void stop() {
    if (retire()) {
      release();
    }
  }

  private synchronized boolean retire() {
    boolean led = leading;
    stopped = true;
    leading = false;
    return led;
  }

  private void attempt() {
    if (hasStopped()) {
      return;
    }
    try {
      step(timeline.now());
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("error", e.getMessage()).log("the lease cannot be read or written");
    }
    timeline.schedule(timeline.now().plus(RETRY), () -> requests.execute(this::attempt));
  }

  private void step(Instant now) {
    if (!isLeader()) {
      look(now);
    }
    switch (LeaseStep.next(sighting(), now, identity, LEASE)) {
      case LeaseStep.Create(LeaseView lease) -> written(store.create(lease), now);
      case LeaseStep.TakeOver(LeaseView lease) -> written(store.update(lease), now);
      case LeaseStep.Renew(LeaseView lease) -> written(store.update(lease), now);
      case LeaseStep.Follow(String leader) -> LOG.debug("{} leads", leader);
    }
  }

  private void written(Optional<LeaseView> lease, Instant begun) {
    if (lease.isPresent()) {
      hold(lease.get(), begun);
    } else {
      look(begun);
      stepDownUnlessHolder();
    }
  }

  private void look(Instant now) {
    Optional<LeaseView> lease = store.get();
    synchronized (this) {
      seen = lease.isEmpty() ? null : LeaseStep.Sighting.of(seen, lease.get(), now);
    }
  }

  /// We hold the lease, counted from when the request that says so began.
  private synchronized void hold(LeaseView lease, Instant begun) {
    seen = new LeaseStep.Sighting(lease, begun);
    leadsUntil = begun.plus(RENEW_DEADLINE);
    if (stopped || !timeline.now().isBefore(leadsUntil)) {
      return;
    }
    if (deadline != null) {
      deadline.cancel();
    }
    deadline = timeline.schedule(leadsUntil, this::checkDeadline);
    if (!leading) {
      leading = true;
      LOG.atInfo().addKeyValue("identity", identity).log("became the leader");
      calls.execute(onLead);
    }
  }

  private synchronized void checkDeadline() {
    if (leading && !timeline.now().isBefore(leadsUntil)) {
      stepDown("the lease could not be renewed in time");
    }
  }

  private synchronized void stepDownUnlessHolder() {
    if (leading && (seen == null || !seen.lease().holder().equals(identity))) {
      stepDown("somebody else holds the lease");
    }
  }

  private void stepDown(String why) {
    leading = false;
    LOG.atError().addKeyValue("identity", identity).log("no longer the leader: {}", why);
    calls.execute(onLost);
  }

  /// Leaves the lease to whoever comes next; a renewal of ours that is still under way makes it try
  /// again.
  private void release() {
    try {
      for (int tries = 0; tries < RELEASE_TRIES; tries++) {
        Optional<LeaseView> lease = store.get();
        if (lease.isEmpty() || !lease.get().holder().equals(identity)) {
          return;
        }
        LeaseView ours = lease.get();
        Instant now = timeline.now();
        if (store
            .update(new LeaseView("", RELEASED, now, now, ours.transitions(), ours.version()))
            .isPresent()) {
          return;
        }
      }
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("error", e.getMessage()).log("the lease cannot be released");
    }
  }

  private synchronized boolean hasStopped() {
    return stopped;
  }

  private synchronized LeaseStep.@Nullable Sighting sighting() {
    return seen;
  }
}
