package dev.levada.operator.telemetry;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The metrics that every object has of its own (flux-api.md, 5.1). Kept as a few numbers an object
/// instead of a library's data points, because there are ten thousands of them.
final class ObjectSeries implements MultiCollector {

  private static final String DURATION = "gotk_reconcile_duration_seconds";
  private static final String CONDITION = "gotk_reconcile_condition";
  private static final String SUSPEND = "gotk_suspend_status";
  private static final List<String> STATUSES = List.of("True", "False", "Unknown");

  /// Ten bounds from 10 ms to 30 minutes, each the same factor above the one before.
  private static final double[] BOUNDS = bounds(0.01, 1800, 10);

  private record Subject(String kind, String namespace, String name) {

    Labels labels() {
      return Labels.of("kind", kind, "name", name, "namespace", namespace);
    }
  }

  private static final class Numbers {
    private final int[] counts = new int[BOUNDS.length + 1];
    private double sum;
    private @Nullable Boolean suspended;
    private final Map<String, String> conditions = new TreeMap<>();
  }

  private final Map<Subject, Numbers> objects = new ConcurrentHashMap<>();

  void reconciled(String kind, String namespace, String name, Duration took) {
    double seconds = took.toNanos() / 1e9;
    int at = Arrays.binarySearch(BOUNDS, seconds);
    Numbers numbers = of(kind, namespace, name);
    synchronized (numbers) {
      numbers.counts[at < 0 ? -at - 1 : at]++;
      numbers.sum += seconds;
    }
  }

  void condition(String kind, String namespace, String name, String type, String status) {
    Numbers numbers = of(kind, namespace, name);
    synchronized (numbers) {
      numbers.conditions.put(type, status);
    }
  }

  void suspended(String kind, String namespace, String name, boolean suspended) {
    Numbers numbers = of(kind, namespace, name);
    synchronized (numbers) {
      numbers.suspended = suspended;
    }
  }

  void forget(String kind, String namespace, String name) {
    objects.remove(new Subject(kind, namespace, name));
  }

  private Numbers of(String kind, String namespace, String name) {
    return objects.computeIfAbsent(new Subject(kind, namespace, name), subject -> new Numbers());
  }

  @Override
  public MetricSnapshots collect() {
    var durations =
        HistogramSnapshot.builder()
            .name(DURATION)
            .help("The duration in seconds of a reconciliation.");
    var conditions =
        GaugeSnapshot.builder()
            .name(CONDITION)
            .help("Whether a condition of an object has a status: 1, or 0.");
    var suspends =
        GaugeSnapshot.builder().name(SUSPEND).help("Whether an object is suspended: 1, or 0.");
    objects.forEach((subject, numbers) -> {
      Labels labels = subject.labels();
      synchronized (numbers) {
        durations.dataPoint(duration(labels, numbers));
        numbers.conditions.forEach((type, status) -> add(conditions, labels, type, status));
        if (numbers.suspended != null) {
          suspends.dataPoint(gauge(labels, numbers.suspended));
        }
      }
    });
    return MetricSnapshots.of(durations.build(), conditions.build(), suspends.build());
  }

  private static HistogramSnapshot.HistogramDataPointSnapshot duration(
      Labels labels, Numbers numbers) {
    double[] bounds = Arrays.copyOf(BOUNDS, BOUNDS.length + 1);
    bounds[BOUNDS.length] = Double.POSITIVE_INFINITY;
    long[] counts = Arrays.stream(numbers.counts).asLongStream().toArray();
    return HistogramSnapshot.HistogramDataPointSnapshot.builder()
        .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds, counts))
        .sum(numbers.sum)
        .labels(labels)
        .build();
  }

  private static void add(
      GaugeSnapshot.Builder conditions, Labels labels, String type, String status) {
    for (String each : STATUSES) {
      conditions.dataPoint(
          gauge(labels.add("type", type).add("status", each), each.equals(status)));
    }
  }

  private static GaugeSnapshot.GaugeDataPointSnapshot gauge(Labels labels, boolean on) {
    return GaugeSnapshot.GaugeDataPointSnapshot.builder().value(on ? 1 : 0).labels(labels).build();
  }

  private static double[] bounds(double least, double most, int count) {
    double factor = Math.pow(most / least, 1.0 / (count - 1));
    double[] bounds = new double[count];
    for (int bound = 0; bound < count; bound++) {
      bounds[bound] = least * Math.pow(factor, bound);
    }
    bounds[count - 1] = most;
    return bounds;
  }
}
