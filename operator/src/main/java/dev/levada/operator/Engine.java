package dev.levada.operator;

import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.ApiUnreachable;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.RequestMeter;
import dev.levada.cluster.config.ClusterConfig;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.operator.report.EventRecorder;
import dev.levada.operator.runtime.Controllers;
import dev.levada.operator.runtime.lease.ClusterLeaseStore;
import dev.levada.operator.runtime.lease.LeaderElection;
import dev.levada.operator.runtime.timing.RetryDelay;
import dev.levada.operator.runtime.timing.SystemTimeline;
import dev.levada.operator.telemetry.Endpoints;
import dev.levada.operator.telemetry.Meters;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The whole engine in one process: connects to a cluster, waits for its turn, runs the
/// controllers, and stops in seconds.
public final class Engine {

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final String LEASE = "levada-leader-election";
  private static final int SERVER_ERROR = 500;
  private static final Duration JOURNAL_AGAIN = Duration.ofSeconds(2);
  private static final Duration LONGEST_FIRST_LIST = Duration.ofMinutes(2);

  private final EngineOptions options;
  private final KubeClient client;
  private final SystemTimeline timeline;
  private final Controllers controllers;
  private final EventRecorder events;
  private final SourceParts sources;
  private final DeployParts deploys;
  private final ImageParts images;
  private final UpdateParts updates;
  private final PullRequestParts requests;
  private final ReceiverParts receivers;
  private final Endpoints endpoints;
  private final ArtifactServer artifacts;
  private final Optional<LeaderElection> election;
  private final AtomicBoolean leading = new AtomicBoolean();
  private final AtomicBoolean synced = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);

  /// Connects, and begins to serve metrics, health and artifacts; nothing is reconciled before
  /// {@link #start}.
  ///
  /// @throws ClusterConfig.Unusable where there is no usable way to a cluster
  /// @throws IOException where an address or the storage folder cannot be used
  public Engine(EngineOptions options) throws IOException {
    Clock clock = Clock.systemUTC();
    var meters = new Meters();
    this.options = options;
    RequestMeter meter = meters(meters);
    this.client = KubeClient.connect(ClusterConfig.load(options.kubeconfig()), meter);
    this.timeline = new SystemTimeline(clock);
    this.controllers = new Controllers(timeline, RetryDelay.DEFAULT, meters.activity());
    this.events = new EventRecorder(client, clock);
    var discovery = new Discovery(client);
    var base =
        new EngineBase(options, client, discovery, controllers, events, clock, timeline, meter);
    this.sources = new SourceParts(base);
    this.deploys = new DeployParts(base, sources);
    this.images = new ImageParts(base);
    this.updates = new UpdateParts(base, sources, images);
    this.requests = new PullRequestParts(base, updates, deploys.readers());
    this.receivers = new ReceiverParts(base, deploys);
    this.artifacts = new ArtifactServer(options.storageAddress(), sources.store());
    this.endpoints =
        new Endpoints(
            options.metricsAddress(),
            meters::scrape,
            options.healthAddress(),
            Map.of(),
            Map.of("caches", this::isReady));
    meters.queues(controllers::stats);
    this.election = options.leaderElection() ? Optional.of(elect(meters)) : Optional.empty();
  }

  private LeaderElection elect(Meters meters) {
    String name = LeaseName.of(LEASE, options.watchLabelSelector());
    var lease = new ClusterLeaseStore(client, options.namespace(), name, "levada");
    return new LeaderElection(lease, timeline, LeaderElection.identity(hostname()))
        .onLead(() -> {
          meters.leading(name, true);
          lead();
        })
        .onLost(() -> {
          meters.leading(name, false);
          lost();
        });
  }

  private static RequestMeter meters(Meters meters) {
    return (verb, plural, code, took) -> meters.request(code, verb, "api");
  }

  private static String hostname() {
    return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("levada");
  }

  /// Begins to reconcile: at once, or as soon as the lease is ours.
  public void start() {
    new Tidying(timeline, () -> controllers.stats().isIdle(), new TenuredHeap()).start();
    receivers.watch(); // whoever does not lead takes calls too
    if (election.isPresent()) {
      election.get().start();
    } else {
      lead();
    }
  }

  private void lead() {
    leading.set(true);
    sources.watch();
    deploys.watch();
    images.watch();
    updates.watch();
    requests.watch();
    Thread.ofVirtual().name("first-list").start(this::run);
  }

  private void run() {
    try {
      boolean listed =
          sources.awaitSynced(LONGEST_FIRST_LIST)
              && deploys.awaitSynced(LONGEST_FIRST_LIST)
              && images.awaitSynced(LONGEST_FIRST_LIST)
              && updates.awaitSynced(LONGEST_FIRST_LIST);
      synced.set(listed);
      if (!listed) {
        LOG.atWarn()
            .log(
                "the custom resources could not be listed yet; are the CRDs installed?"
                    + " (levada crds | kubectl apply --server-side -f -)");
      }
      openJournal();
      controllers.start();
      LOG.atInfo().log("Starting workers");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void openJournal() throws InterruptedException {
    while (!isJournalOpen()) {
      var later = new CountDownLatch(1);
      timeline.schedule(timeline.now().plus(JOURNAL_AGAIN), later::countDown);
      later.await();
    }
  }

  private boolean isJournalOpen() {
    try {
      deploys.journal().open();
      return true;
    } catch (ApiError e) {
      LOG.atWarn()
          .setCause(e)
          .log(
              "the journal in {} cannot be read. Let the engine's account get, create and patch it",
              deploys.journal().subject());
      return e.code() < SERVER_ERROR; // no right to read it now is none in two seconds
    } catch (ApiUnreachable e) {
      LOG.atWarn()
          .setCause(e)
          .log(
              "the journal in {} cannot be read yet; nothing is deployed before, and it is tried"
                  + " again",
              deploys.journal().subject());
      return false;
    }
  }

  // Another may lead from now on: two engines that write would undo each other's work, so this one
  // ends.
  private void lost() {
    LOG.atError().log("leader election lost");
    ended.countDown();
  }

  /// Whether everything that was to be listed has been, or another leads.
  boolean isReady() {
    return !leading.get() || synced.get();
  }

  /// The port that metrics are served on.
  public int metricsPort() {
    return endpoints.metricsPort();
  }

  /// Waits until the engine can no longer go on.
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /// Ends: running work gets the grace to finish, waits end at once, the lease is handed over.
  public void stop() throws InterruptedException {
    LOG.atInfo().log("shutting down");
    controllers.stop(options.grace());
    receivers.close();
    requests.close();
    updates.close();
    images.close();
    deploys.close();
    sources.close();
    if (election.isPresent()) {
      election.get().stop();
    }
    events.stop();
    artifacts.close();
    endpoints.close();
    timeline.close();
    client.close();
    ended.countDown();
  }
}
