package dev.levada.checks.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Very many repositories that are scanned every minute: the share of a core that this takes.
record ManyRepositories(LoadScene scene, int count) {

  private static final int TAGS = 10;
  private static final Duration WINDOW = Duration.ofMinutes(2);

  LoadRow measure() throws InterruptedException {
    IntStream.range(0, count).parallel().forEach(i -> scene.push(name(i), LoadScene.tags(TAGS)));
    scene
        .kube()
        .apply(
            IntStream.range(0, count)
                .mapToObj(i -> scene.repository(name(i), "1m"))
                .collect(Collectors.joining()));
    scene.kube().awaitAll("imagerepositories", "condition=Ready");
    Pause.of(Duration.ofMinutes(1)); // the first scans are over, what they wrote is read

    Duration before = scene.engine().cpu();
    int asked = scene.requests();
    long begun = System.nanoTime();
    Pause.of(WINDOW);
    double seconds = (System.nanoTime() - begun) / 1e9;
    double cpu = scene.engine().cpu().minus(before).toMillis() / 1e3;
    return new LoadRow(
        "%d ImageRepositories of %d tags at an interval of 1m".formatted(count, TAGS),
        String.format(
            Locale.ROOT,
            "%.1f %% of a core (%.0f s, requests: %d)",
            100 * cpu / seconds,
            seconds,
            scene.requests() - asked),
        "< 5 % of a core");
  }

  private static String name(int number) {
    return "app-" + number;
  }
}
