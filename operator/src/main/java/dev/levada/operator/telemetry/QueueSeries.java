package dev.levada.operator.telemetry;

import dev.levada.operator.runtime.Snapshot;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// What the runtime has to do, asked for at each scrape.
final class QueueSeries {

  private final PrometheusRegistry registry;
  private final Supplier<Snapshot> stats;

  QueueSeries(PrometheusRegistry registry, Supplier<Snapshot> stats) {
    this.registry = registry;
    this.stats = stats;
  }

  void register() {
    queue("workqueue_depth", "Objects that wait for their turn.", Snapshot.Load::depth);
    queue(
        "workqueue_unfinished_work_seconds",
        "The summed age of all runs that have not ended.",
        load -> load.unfinished().toMillis() / 1e3);
    queue(
        "workqueue_longest_running_processor_seconds",
        "The age of the oldest run that has not ended.",
        load -> load.longest().toMillis() / 1e3);
    controller("controller_runtime_active_workers", "Runs that are active.", Snapshot.Load::active);
    controller(
        "controller_runtime_max_concurrent_reconciles",
        "How many runs may be active at once.",
        Snapshot.Load::limit);
    controller(
        "levada_waiting_reconciles",
        "Runs that wait for an edge and hold no permit.",
        Snapshot.Load::waiting);
  }

  private void queue(String name, String help, ToDoubleFunction<Snapshot.Load> value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames("name", "controller")
        .callback(gauge ->
            stats
                .get()
                .kinds()
                .forEach((kind, load) -> {
                  String controller = kind.toLowerCase(Locale.ROOT);
                  gauge.call(value.applyAsDouble(load), controller, controller);
                }))
        .register(registry);
  }

  private void controller(String name, String help, ToDoubleFunction<Snapshot.Load> value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames("controller")
        .callback(gauge ->
            stats
                .get()
                .kinds()
                .forEach((kind, load) ->
                    gauge.call(value.applyAsDouble(load), kind.toLowerCase(Locale.ROOT))))
        .register(registry);
  }
}
