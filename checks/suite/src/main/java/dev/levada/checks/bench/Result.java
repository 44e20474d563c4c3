package dev.levada.checks.bench;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What one run of the benchmark found. Times are seconds, memory is megabytes.
///
/// @param layout how the applications lay
/// @param apps how many there were
/// @param floor how long the bare writer took for the same objects
/// @param ready from the engine's start to all ready
/// @param changed from the request after a push to the changed object in the cluster
/// @param moved from the request after a push to all at the new revision
/// @param cpuReady the engine's processor time until all were ready
/// @param cpuMoved its processor time for the push
/// @param peak its most memory
/// @param idle its memory at the end
/// @param requestsReady its requests until all were ready, by method
/// @param requestsMoved its requests for the push, by method
/// @param requestsIdle its requests in the idle time
record Result(
    Layout layout,
    int apps,
    double floor,
    double ready,
    double changed,
    double moved,
    double cpuReady,
    double cpuMoved,
    double peak,
    double idle,
    Map<String, Long> requestsReady,
    Map<String, Long> requestsMoved,
    long requestsIdle) {

  static String head() {
    return """
    | layout | apps | floor | all ready | × floor | engine CPU | changed object | all at the new revision | engine CPU | peak RSS | idle RSS | requests to ready | requests for the push | idle requests |
    |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
    """;
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.1f s | %.1f s | %.2f | %.1f s | %s | %.1f s | %.1f s | %.0f MB | %.0f MB | %s | %s | %d |%n",
        layout.word(),
        apps,
        floor,
        ready,
        ready / floor,
        cpuReady,
        layout == Layout.SHARED ? "– (all change)" : String.format(Locale.ROOT, "%.2f s", changed),
        moved,
        cpuMoved,
        peak,
        idle,
        requests(requestsReady),
        requests(requestsMoved),
        requestsIdle);
  }

  private static String requests(Map<String, Long> byMethod) {
    long sum = byMethod.values().stream().mapToLong(Long::longValue).sum();
    return sum
        + " ("
        + String.join(
            ", ",
            new TreeMap<>(byMethod)
                .entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList())
        + ")";
  }

  Mapping json() {
    var json = new Mapping().put("layout", layout.word()).put("apps", Scalar.of(apps));
    Map<String, Double> seconds =
        Map.of(
            "floorSeconds", floor,
            "readySeconds", ready,
            "changedSeconds", changed,
            "movedSeconds", moved,
            "cpuReadySeconds", cpuReady,
            "cpuMovedSeconds", cpuMoved,
            "peakMegabytes", peak,
            "idleMegabytes", idle);
    new TreeMap<>(seconds)
        .forEach((name, value) ->
            json.put(
                name,
                new Scalar(Scalar.Kind.FLOAT, String.format(Locale.ROOT, "%.3f", value), false)));
    json.put("requestsReady", numbers(requestsReady));
    json.put("requestsMoved", numbers(requestsMoved));
    return json.put("requestsIdle", Scalar.of(requestsIdle));
  }

  private static Mapping numbers(Map<String, Long> numbers) {
    var mapping = new Mapping();
    new TreeMap<>(numbers).forEach((name, value) -> mapping.put(name, Scalar.of(value)));
    return mapping;
  }
}
