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
/// @param floor what the bare writer took for the same objects
/// @param ready the way to all ready
/// @param moved what a push took
/// @param peak its most memory
/// @param idle a minute in which nothing happens
/// @param restart what a second start needs
record Result(
    Layout layout,
    int apps,
    Floor.Found floor,
    Ready ready,
    Moved moved,
    double peak,
    Idle idle,
    Restart restart) {

  /// From the engine's start to all ready.
  ///
  /// @param seconds how long
  /// @param cpu the engine's processor time
  /// @param spent that of the others
  /// @param requests the engine's requests
  record Ready(double seconds, double cpu, ProcessorTime spent, Requests requests) {}

  /// From the request after a push.
  ///
  /// @param changed to the changed object in the cluster
  /// @param seconds to all at the new revision
  /// @param cpu the engine's processor time
  /// @param requests the engine's requests
  record Moved(double changed, double seconds, double cpu, Map<String, Long> requests) {}

  static String head() {
    return """
    | layout | apps | floor | all ready | × floor | engine CPU | changed object | all at the new revision | engine CPU | peak RSS | requests to ready | requests for the push | idle: RSS | of a core | requests a minute | restart | writes |
    |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
    """;
  }

  /// How much longer the engine took than the floor.
  double timesFloor() {
    return ready.seconds() / floor.seconds();
  }

  /// @param timesFloor the cell of [#timesFloor()]
  String row(String timesFloor) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.1f s | %.1f s | %s | %.1f s | %s | %.1f s | %.1f s | %.0f MB | %s | %s | %.0f MB | %.2f %% | %d | %.1f s | %d |%n",
        layout.word(),
        apps,
        floor.seconds(),
        ready.seconds(),
        timesFloor,
        ready.cpu(),
        layout == Layout.SHARED
            ? "– (all change)"
            : String.format(Locale.ROOT, "%.2f s", moved.changed()),
        moved.seconds(),
        moved.cpu(),
        peak,
        requests(ready.requests().byMethod()),
        requests(moved.requests()),
        idle.memory(),
        100 * idle.share(),
        idle.requests(),
        restart.seconds(),
        restart.writes());
  }

  static String processorHead() {
    return """
    | layout | apps | who | until | API server | etcd | controller manager | benchmark | engine |
    |---|---|---|---|---|---|---|---|---|
    """;
  }

  /// Where the processor time went: for the floor, until the controllers had followed it, and for
  /// the engine.
  String processorRows() {
    return processorRow("floor", floor.seconds(), floor.spent(), "–")
        + processorRow("the controllers behind it", floor.followed(), floor.spentFollowing(), "–")
        + processorRow(
            "engine",
            ready.seconds(),
            ready.spent(),
            String.format(Locale.ROOT, "%.1f s", ready.cpu()));
  }

  private String processorRow(String who, double until, ProcessorTime spent, String engine) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s | %.1f s | %s | %s |%n",
        layout.word(),
        apps,
        who,
        until,
        spent.cells(),
        engine);
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
        Map.ofEntries(
            Map.entry("floorSeconds", floor.seconds()),
            Map.entry("floorFollowedSeconds", floor.followed()),
            Map.entry("readySeconds", ready.seconds()),
            Map.entry("changedSeconds", moved.changed()),
            Map.entry("movedSeconds", moved.seconds()),
            Map.entry("cpuReadySeconds", ready.cpu()),
            Map.entry("cpuMovedSeconds", moved.cpu()),
            Map.entry("peakMegabytes", peak),
            Map.entry("idleMegabytes", idle.memory()),
            Map.entry("idleShare", idle.share()),
            Map.entry("restartSeconds", restart.seconds()));
    new TreeMap<>(seconds).forEach((name, value) -> json.put(name, number(value)));
    json.put("processorFloor", floor.spent().json());
    json.put("processorFloorFollowed", floor.spentFollowing().json());
    json.put("processorReady", ready.spent().json());
    json.put("requestsReady", numbers(ready.requests().byMethod()));
    json.put("requestsMoved", numbers(moved.requests()));
    json.put("requestsIdle", Scalar.of(idle.requests()));
    return json.put("writesAtRestart", Scalar.of(restart.writes()));
  }

  static Scalar number(double value) {
    return new Scalar(Scalar.Kind.FLOAT, String.format(Locale.ROOT, "%.3f", value), false);
  }

  private static Mapping numbers(Map<String, Long> numbers) {
    var mapping = new Mapping();
    new TreeMap<>(numbers).forEach((name, value) -> mapping.put(name, Scalar.of(value)));
    return mapping;
  }
}
