package dev.levada.checks.bench;

import dev.levada.checks.process.Robot;
import dev.levada.testbed.git.ForeignPushes;
import dev.levada.testbed.git.TestRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Many policies of one image repository, all of which choose another tag after a scan, and three
/// automations that write all of them: one into the source's own branch, two into branches of their
/// own.
final class PoliciesAtOnce {

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final int EACH = 5;
  private static final String SOURCE =
      """
      apiVersion: source.toolkit.fluxcd.io/v1
      kind: GitRepository
      metadata: {name: fleet}
      spec: {url: "%s", interval: 1h, ref: {branch: main}}
      """;
  private static final String POLICY =
      """
      ---
      apiVersion: image.toolkit.fluxcd.io/v1
      kind: ImagePolicy
      metadata: {name: %1$s}
      spec:
        imageRepositoryRef: {name: all}
        filterTags: {pattern: '^%1$s-(?P<version>.*)$', extract: '$version'}
        policy: {semver: {range: '>=1.0.0'}}
      """;

  /// Each is also the name of an automation and of its folder.
  private static final List<String> BRANCHES = List.of("main", "second", "third");

  private final LoadScene scene;
  private final int count;
  private final TestRepository fleet;

  PoliciesAtOnce(LoadScene scene, int count) {
    this.scene = scene;
    this.count = count;
    this.fleet = TestRepository.create(scene.folder().resolve("git/fleet.git"));
  }

  List<LoadRow> measure() throws InterruptedException {
    // What each push moved is written down, also where a branch is made anew.
    fleet.git("config", "core.logAllRefUpdates", "always");
    Map<String, String> files = new TreeMap<>();
    for (String branch : BRANCHES) {
      IntStream.range(0, count)
          .forEach(i -> files.put(branch + "/" + name(i) + ".yaml", file(name(i), "1.0.0")));
    }
    fleet.commit(files);
    push("1.0.0");
    var objects = new StringBuilder(SOURCE.formatted(scene.git().url("fleet.git")));
    objects.append(scene.repository("all", "1h"));
    IntStream.range(0, count).forEach(i -> objects.append(POLICY.formatted(name(i))));
    BRANCHES.forEach(branch -> objects.append(Robot.automation(branch, "fleet", branch)));
    scene.kube().apply(objects.toString());
    scene.kube().awaitAll("imagepolicies", "condition=Ready");
    scene.kube().awaitAll("imageupdateautomations", "condition=Ready");

    String all = "%d policies × %d automations, all at once".formatted(count, BRANCHES.size());
    LoadRow alone = row(all, "2.0.0", 0);
    return List.of(alone, row("the same beside 50 pushes of others to `main`", "3.0.0", 50));
  }

  private LoadRow row(String load, String tag, int foreign) throws InterruptedException {
    Map<String, Long> before = commits();
    push(tag);
    long begun = System.nanoTime();
    var pushes =
        new ForeignPushes(
            scene.git().url("fleet.git"), scene.folder().resolve("people"), foreign / EACH, EACH);
    Thread others = Thread.ofVirtual().start(pushes::run);
    scene.request("imagerepositories");
    await(this::isEverywhere, tag);
    double seconds = (System.nanoTime() - begun) / 1e9;
    others.join();
    long lost = missing(tag) + foreign - foreign();
    Map<String, Long> after = commits();
    String counted =
        BRANCHES.stream()
            .map(branch ->
                branch + " " + (after.getOrDefault(branch, 0L) - before.getOrDefault(branch, 0L)))
            .collect(Collectors.joining(", "));
    return new LoadRow(
        load,
        String.format(
            Locale.ROOT,
            "pushes of the engine: %s; all there after %.1f s; lost: %d",
            counted,
            seconds,
            lost),
        "one push a branch and automation, nothing lost");
  }

  private void push(String tag) {
    scene.push("all", IntStream.range(0, count).mapToObj(i -> name(i) + "-" + tag).toList());
  }

  private static String name(int number) {
    return "app-" + number;
  }

  private String file(String name, String tag) {
    return "image: %s:%s-%s # {\"$imagepolicy\": \"%s:%s\"}\n"
        .formatted(scene.image("all"), name, tag, scene.namespace(), name);
  }

  /// How often each branch was moved to a commit of the engine.
  private Map<String, Long> commits() {
    Map<String, Long> commits = new TreeMap<>();
    for (String branch : BRANCHES) {
      commits.put(
          branch,
          isThere(branch)
              ? fleet
                  .git("reflog", "show", "--format=%an", branch)
                  .lines()
                  .filter(Robot.NAME::equals)
                  .count()
              : 0);
    }
    return commits;
  }

  private boolean isThere(String branch) {
    return !fleet.git("for-each-ref", "refs/heads/" + branch).isEmpty();
  }

  private boolean isEverywhere(String tag) {
    return BRANCHES.stream().allMatch(branch -> has(branch, tag) == count);
  }

  private long has(String branch, String tag) {
    return isThere(branch)
        ? fleet
            .git("grep", "-h", "image:", branch, "--", branch)
            .lines()
            .filter(line -> line.contains("-" + tag + " #"))
            .count()
        : 0;
  }

  /// The files that others have pushed and that are there.
  private long foreign() {
    return fleet.git("ls-tree", "-r", "--name-only", "main", "foreign").lines().count();
  }

  private long missing(String tag) {
    return BRANCHES.stream().mapToLong(branch -> count - has(branch, tag)).sum();
  }

  private static void await(Predicate<String> reached, String tag) throws InterruptedException {
    Instant deadline = Instant.now().plus(LONGEST);
    while (!reached.test(tag)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("not all images are at " + tag + " after " + LONGEST);
      }
      Pause.of(BETWEEN_LOOKS);
    }
  }
}
