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
/// @param requestsReady its requests until all were ready, by method
/// @param requestsMoved its requests for the push, by method
/// @param idle a minute in which nothing happens
/// @param restart what a second start needs
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
    Map<String, Long> requestsReady,
    Map<String, Long> requestsMoved,
    Idle idle,
    Restart restart) {

  static String head() {
    return """
    | layout | apps | floor | all ready | × floor | engine CPU | changed object | all at the new revision | engine CPU | peak RSS | requests to ready | requests for the push | idle: RSS | of a core | requests a minute | restart | writes |
    |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
    """;
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.1f s | %.1f s | %.2f | %.1f s | %s | %.1f s | %.1f s | %.0f MB | %s | %s | %.0f MB | %.2f %% | %d | %.1f s | %d |%n",
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
        requests(requestsReady),
        requests(requestsMoved),
        idle.memory(),
        100 * idle.share(),
        idle.requests(),
        restart.seconds(),
        restart.writes());
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
            "idleMegabytes", idle.memory(),
            "idleShare", idle.share(),
            "restartSeconds", restart.seconds());
    new TreeMap<>(seconds)
        .forEach((name, value) ->
            json.put(
                name,
                new Scalar(Scalar.Kind.FLOAT, String.format(Locale.ROOT, "%.3f", value), false)));
    json.put("requestsReady", numbers(requestsReady));
    json.put("requestsMoved", numbers(requestsMoved));
    json.put("requestsIdle", Scalar.of(idle.requests()));
    return json.put("writesAtRestart", Scalar.of(restart.writes()));
  }

  private static Mapping numbers(Map<String, Long> numbers) {
    var mapping = new Mapping();
    new TreeMap<>(numbers).forEach((name, value) -> mapping.put(name, Scalar.of(value)));
    return mapping;
  }
}
