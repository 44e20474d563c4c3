package dev.levada.operator.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.operator.runtime.Activity;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.Snapshot;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetersTest {

  private static final Pattern SAMPLE =
      Pattern.compile("([a-z_]+(?:\\{(?:[a-z]+=\"[^\"\\\\]*\",?)*})?) (\\S+)");

  private final Meters meters = new Meters();

  @Test
  void aReconcileIsCountedInTenExponentialBucketsFromTenMillisecondsToHalfAnHour() {
    meters.reconciled(
        "Kustomization", "shop", "cart", Duration.ofMillis(10), Meters.Result.SUCCESS);
    meters.reconciled(
        "Kustomization", "shop", "cart", Duration.ofSeconds(20), Meters.Result.REQUEUE_AFTER);
    meters.reconciled("Kustomization", "shop", "cart", Duration.ofHours(1), Meters.Result.ERROR);

    Map<String, Double> samples = scrape();
    String cart = "kind=\"Kustomization\",name=\"cart\",namespace=\"shop\"";
    String bucket = "gotk_reconcile_duration_seconds_bucket{" + cart + ",le=";
    assertThat(samples.keySet()).filteredOn(name -> name.startsWith(bucket)).hasSize(11);
    assertThat(samples)
        .containsEntry(bucket + "\"0.01\"}", 1.0)
        .containsEntry(bucket + "\"1800.0\"}", 2.0)
        .containsEntry(bucket + "\"+Inf\"}", 3.0)
        .containsEntry("gotk_reconcile_duration_seconds_count{" + cart + "}", 3.0)
        .containsEntry("gotk_reconcile_duration_seconds_sum{" + cart + "}", 3620.01)
        .containsEntry(result("success"), 1.0)
        .containsEntry(result("requeue_after"), 1.0)
        .containsEntry(result("error"), 1.0)
        .containsEntry(
            "controller_runtime_reconcile_errors_total{controller=\"kustomization\"}", 1.0)
        .containsEntry(
            "controller_runtime_reconcile_time_seconds_count{controller=\"kustomization\"}", 3.0);
  }

  private static String result(String result) {
    return "controller_runtime_reconcile_total{controller=\"kustomization\",result=\""
        + result
        + "\"}";
  }

  @Test
  void conditionsAndSuspensionAreGaugesUntilTheObjectIsForgotten() {
    meters.condition("Kustomization", "shop", "cart", "Ready", "Unknown");
    meters.condition("Kustomization", "shop", "cart", "Ready", "False");
    meters.suspended("Kustomization", "shop", "cart", true);
    String cart = "{kind=\"Kustomization\",name=\"cart\",namespace=\"shop\"";

    assertThat(scrape())
        .containsEntry("gotk_reconcile_condition" + cart + ",status=\"False\",type=\"Ready\"}", 1.0)
        .containsEntry("gotk_reconcile_condition" + cart + ",status=\"True\",type=\"Ready\"}", 0.0)
        .containsEntry(
            "gotk_reconcile_condition" + cart + ",status=\"Unknown\",type=\"Ready\"}", 0.0)
        .containsEntry("gotk_suspend_status" + cart + "}", 1.0);

    meters.forget("Kustomization", "shop", "cart");
    assertThat(scrape().keySet()).noneMatch(name -> name.startsWith("gotk_"));
  }

  @Test
  void theRuntimeIsCounted() {
    var key = new Key("GitRepository", "flux-system", "fleet");
    Activity activity = meters.activity();
    meters.queues(() ->
        new Snapshot(
            Map.of(
                "GitRepository",
                new Snapshot.Load(2, 7, 1, 4, Duration.ofSeconds(9), Duration.ofMillis(2500)))));
    activity.added(key);
    activity.started(key, Duration.ofMillis(5));
    activity.finished(key, Duration.ofMillis(50), Activity.Ending.BACKOFF);

    String labels = "{controller=\"gitrepository\",name=\"gitrepository\"}";
    String controller = "{controller=\"gitrepository\"}";
    assertThat(scrape())
        .containsEntry("workqueue_adds_total" + labels, 1.0)
        .containsEntry("workqueue_retries_total" + labels, 1.0)
        .containsEntry("workqueue_depth" + labels, 7.0)
        .containsEntry("workqueue_unfinished_work_seconds" + labels, 9.0)
        .containsEntry("workqueue_longest_running_processor_seconds" + labels, 2.5)
        .containsEntry("workqueue_queue_duration_seconds_sum" + labels, 0.005)
        .containsEntry("workqueue_work_duration_seconds_sum" + labels, 0.05)
        .containsEntry("controller_runtime_active_workers" + controller, 1.0)
        .containsEntry("controller_runtime_max_concurrent_reconciles" + controller, 2.0)
        .containsEntry("levada_waiting_reconciles" + controller, 4.0)
        .containsKey(
            "gotk_reconcile_duration_seconds_count{kind=\"GitRepository\",name=\"fleet\","
                + "namespace=\"flux-system\"}");

    activity.forgotten(key);
    assertThat(scrape().keySet()).noneMatch(name -> name.startsWith("gotk_"));
  }

  @Test
  void requestsLeadershipAndTheProcessAreCounted() {
    meters.request(200, "PATCH", "10.0.0.1:443");
    meters.request(0, "GET", "10.0.0.1:443");
    meters.leading("levada", true);

    Map<String, Double> samples = scrape();
    assertThat(samples)
        .containsEntry(
            "rest_client_requests_total{code=\"200\",host=\"10.0.0.1:443\",method=\"PATCH\"}", 1.0)
        .containsEntry(
            "rest_client_requests_total{code=\"<error>\",host=\"10.0.0.1:443\",method=\"GET\"}",
            1.0)
        .containsEntry("leader_election_master_status{name=\"levada\"}", 1.0);
    assertThat(samples.get("process_cpu_seconds_total")).isPositive();
    assertThat(samples.get("process_start_time_seconds")).isGreaterThan(1e9);
    assertThat(samples.get("process_resident_memory_bytes")).isGreaterThan(1e6);
    assertThat(samples.get("process_open_fds")).isPositive();
    assertThat(samples.get("jvm_memory_used_bytes{area=\"heap\"}")).isPositive();
    assertThat(samples.get("jvm_threads_current")).isPositive();
  }

  /// Every line of the scrape must be a comment or a sample.
  private Map<String, Double> scrape() {
    Map<String, Double> samples = new LinkedHashMap<>();
    new String(meters.scrape(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("# HELP ") && !line.startsWith("# TYPE "))
        .forEach(line -> {
          Matcher sample = SAMPLE.matcher(line);
          assertThat(sample.matches()).as(line).isTrue();
          samples.put(sample.group(1), Double.valueOf(sample.group(2)));
        });
    return samples;
  }
}
