package dev.levada.operator.telemetry;

import dev.levada.operator.runtime.Activity;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.Snapshot;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/// The process's metrics, under the names that Flux's dashboards and alerts know (flux-api.md,
/// 5.1). Safe for use by many threads.
public final class Meters {

  /// How a reconcile ended, as `controller_runtime_reconcile_total` tells it.
  public enum Result {
    /// Nothing more to do.
    SUCCESS,
    /// Again after a time.
    REQUEUE_AFTER,
    /// Again after a back-off.
    REQUEUE,
    /// A bug.
    ERROR;

    private final String word = name().toLowerCase(Locale.ROOT);
  }

  /// The content type of {@link #scrape}.
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final double[] RUN_SECONDS = {
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60
  };
  private static final double[] QUEUE_SECONDS = {0.001, 0.01, 0.1, 1, 10, 100, 1000};

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final ObjectSeries objects = new ObjectSeries();
  private final Counter total =
      counter("controller_runtime_reconcile_total", "Reconciles.", "controller", "result");
  private final Counter errors =
      counter("controller_runtime_reconcile_errors_total", "Reconciles that failed.", "controller");
  private final Histogram time =
      histogram(
          "controller_runtime_reconcile_time_seconds",
          "How long reconciles took.",
          RUN_SECONDS,
          "controller");
  private final Counter adds =
      counter("workqueue_adds_total", "Objects that were queued.", "name", "controller");
  private final Counter retries =
      counter("workqueue_retries_total", "Reconciles to try again.", "name", "controller");
  private final Histogram queued =
      histogram(
          "workqueue_queue_duration_seconds",
          "How long objects waited for their turn.",
          QUEUE_SECONDS,
          "name",
          "controller");
  private final Histogram worked =
      histogram(
          "workqueue_work_duration_seconds",
          "How long reconciles took.",
          QUEUE_SECONDS,
          "name",
          "controller");
  private final Counter requests =
      counter("rest_client_requests_total", "Requests to API servers.", "code", "method", "host");
  private final Gauge leaders =
      Gauge.builder()
          .name("leader_election_master_status")
          .help("Whether this process leads: 1, or 0.")
          .labelNames("name")
          .register(registry);

  /// Metrics of a new process, with those of the process itself.
  public Meters() {
    registry.register(objects);
    new ProcessSeries(registry).register();
  }

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  private Histogram histogram(String name, String help, double[] bounds, String... labels) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .classicOnly()
        .classicUpperBounds(bounds)
        .register(registry);
  }

  /// Counts a reconcile that ended. {@link #activity} calls this for every run of the runtime.
  public void reconciled(String kind, String namespace, String name, Duration took, Result result) {
    String controller = controller(kind);
    objects.reconciled(kind, namespace, name, took);
    total.labelValues(controller, result.word).inc();
    time.labelValues(controller).observe(seconds(took));
    var failed = errors.labelValues(controller);
    if (result == Result.ERROR) {
      failed.inc();
    }
  }

  /// Tells a condition's status (`True`, `False`, `Unknown`).
  public void condition(String kind, String namespace, String name, String type, String status) {
    objects.condition(kind, namespace, name, type, status);
  }

  /// Tells whether an object is suspended.
  public void suspended(String kind, String namespace, String name, boolean suspended) {
    objects.suspended(kind, namespace, name, suspended);
  }

  /// Drops an object's series. {@link #activity} calls this for every key that is forgotten.
  public void forget(String kind, String namespace, String name) {
    objects.forget(kind, namespace, name);
  }

  /// Counts a request to an API server.
  ///
  /// @param code the HTTP status code; 0 where no answer came
  /// @param method the HTTP method
  /// @param host the server's host and port
  public void request(int code, String method, String host) {
    requests.labelValues(code == 0 ? "<error>" : Integer.toString(code), method, host).inc();
  }

  /// Tells whether this process holds a lease.
  public void leading(String lease, boolean leads) {
    leaders.labelValues(lease).set(leads ? 1 : 0);
  }

  /// Tells at each scrape what the runtime has to do. Called once.
  ///
  /// @param stats the runtime's `stats`
  public void queues(Supplier<Snapshot> stats) {
    new QueueSeries(registry, stats).register();
  }

  /// Counts what the runtime does; to be given to it.
  public Activity activity() {
    return new Counting();
  }

  /// All metrics in Prometheus' text format.
  public byte[] scrape() {
    var out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create()
          .write(out, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never: the stream is memory
    }
    return out.toByteArray();
  }

  private static String controller(String kind) {
    return kind.toLowerCase(Locale.ROOT);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private final class Counting implements Activity {

    @Override
    public void added(Key key) {
      adds.labelValues(controller(key.kind()), controller(key.kind())).inc();
    }

    @Override
    public void started(Key key, Duration waited) {
      queued.labelValues(controller(key.kind()), controller(key.kind())).observe(seconds(waited));
    }

    @Override
    public void finished(Key key, Duration ran, Ending ending) {
      Result result =
          switch (ending) {
            case DONE -> Result.SUCCESS;
            case AFTER -> Result.REQUEUE_AFTER;
            case BACKOFF -> Result.REQUEUE;
            case BROKEN -> Result.ERROR;
          };
      String controller = controller(key.kind());
      reconciled(key.kind(), key.namespace(), key.name(), ran, result);
      worked.labelValues(controller, controller).observe(seconds(ran));
      if (result == Result.REQUEUE || result == Result.ERROR) {
        retries.labelValues(controller, controller).inc();
      }
    }

    @Override
    public void forgotten(Key key) {
      forget(key.kind(), key.namespace(), key.name());
    }
  }
}
