package dev.levada.checks.bench;

import static dev.levada.checks.process.Stage.require;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// One repository with very many tags: its first scan, and one that finds nothing new.
record ManyTags(LoadScene scene, int count) {

  private static final String BIG = "imagerepository/big";

  List<LoadRow> measure() {
    scene.push("small", List.of("1.0.0"));
    scene.push("big", LoadScene.tags(count));
    // What the engine needs to begin at all is not counted.
    scene.kube().apply(scene.repository("small", "1h"));
    scene.kube().await("imagerepository/small", "condition=Ready");

    Duration before = scene.engine().cpu();
    int asked = scene.requests();
    scene.kube().apply(scene.repository("big", "1h"));
    scene.kube().await(BIG, "jsonpath={.status.lastScanResult.tagCount}=" + count);
    LoadRow first = row("first scan of %,d tags", before, asked, "< 1 s of CPU");

    before = scene.engine().cpu();
    asked = scene.requests();
    String token = Long.toString(System.nanoTime());
    require(scene.kube().kubectl("", "annotate", BIG, "reconcile.fluxcd.io/requestedAt=" + token));
    scene.kube().await(BIG, "jsonpath={.status.lastHandledReconcileAt}=" + token);
    return List.of(first, row("the %,d tags again, none new", before, asked, "1 or 2 requests"));
  }

  private LoadRow row(String load, Duration before, int asked, String wanted) {
    return new LoadRow(
        String.format(Locale.ROOT, load, count),
        String.format(
            Locale.ROOT,
            "%.2f s of CPU, requests: %d",
            scene.engine().cpu().minus(before).toMillis() / 1e3,
            scene.requests() - asked),
        wanted);
  }
}
