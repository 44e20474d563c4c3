package dev.levada.operator.telemetry;

import com.sun.management.UnixOperatingSystemMXBean;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.SummaryWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Quantiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// What the process and its JVM cost, under the names that dashboards know.
final class ProcessSeries {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  private final PrometheusRegistry registry;

  ProcessSeries(PrometheusRegistry registry) {
    this.registry = registry;
  }

  void register() {
    process();
    memory();
    GaugeWithCallback.builder()
        .name("jvm_threads_current")
        .help("Threads of the JVM, virtual ones not counted.")
        .callback(gauge -> gauge.call(ManagementFactory.getThreadMXBean().getThreadCount()))
        .register(registry);
    SummaryWithCallback.builder()
        .name("jvm_gc_collection_seconds")
        .help("Time spent in garbage collections.")
        .labelNames("gc")
        .callback(summary ->
            ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(collector ->
                    summary.call(
                        collector.getCollectionCount(),
                        collector.getCollectionTime() / MILLIS,
                        Quantiles.EMPTY,
                        collector.getName())))
        .register(registry);
  }

  private void process() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
      CounterWithCallback.builder()
          .name("process_cpu_seconds_total")
          .help("CPU time that the process took.")
          .callback(counter -> counter.call(system.getProcessCpuTime() / NANOS))
          .register(registry);
      GaugeWithCallback.builder()
          .name("process_open_fds")
          .help("Open file descriptors.")
          .callback(gauge -> gauge.call((double) system.getOpenFileDescriptorCount()))
          .register(registry);
      GaugeWithCallback.builder()
          .name("process_max_fds")
          .help("The most file descriptors that may be open.")
          .callback(gauge -> gauge.call((double) system.getMaxFileDescriptorCount()))
          .register(registry);
    }
    double started = ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS;
    GaugeWithCallback.builder()
        .name("process_start_time_seconds")
        .help("When the process began, in seconds since 1970.")
        .callback(gauge -> gauge.call(started))
        .register(registry);
    GaugeWithCallback.builder()
        .name("process_resident_memory_bytes")
        .help("Memory that the process holds.")
        .callback(gauge -> resident().ifPresent(bytes -> gauge.call((double) bytes)))
        .register(registry);
  }

  private void memory() {
    GaugeWithCallback.builder()
        .name("jvm_memory_used_bytes")
        .help("Memory that the JVM uses.")
        .labelNames("area")
        .callback(gauge -> {
          gauge.call((double) heap().getUsed(), "heap");
          gauge.call((double) nonHeap().getUsed(), "nonheap");
        })
        .register(registry);
    GaugeWithCallback.builder()
        .name("jvm_memory_committed_bytes")
        .help("Memory that the JVM holds.")
        .labelNames("area")
        .callback(gauge -> {
          gauge.call((double) heap().getCommitted(), "heap");
          gauge.call((double) nonHeap().getCommitted(), "nonheap");
        })
        .register(registry);
  }

  private static MemoryUsage heap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
  }

  private static MemoryUsage nonHeap() {
    return ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
  }

  private static OptionalLong resident() {
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kilobytes -> Long.parseLong(kilobytes) * 1024)
          .findFirst();
    } catch (IOException notLinux) {
      return OptionalLong.empty();
    }
  }
}
