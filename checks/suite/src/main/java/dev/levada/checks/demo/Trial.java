package dev.levada.checks.demo;

import java.util.List;
import java.util.function.Consumer;

/// One thing to try: a line to paste, and what must come of it.
///
/// @param what what the line does
/// @param command the line
/// @param effect waits for what must come of it
record Trial(String what, String command, Consumer<DemoWorld> effect) {

  static List<Trial> all(DemoWorld world) {
    String fleet = world.folder().resolve("fleet").toString();
    String file = fleet + "/apps/web/production/kustomization.yaml";
    String push = " && git -C " + fleet + " commit -qam '%s' && git -C " + fleet + " push -q";
    return List.of(
        new Trial(
            "Commit a change: production gets a fourth replica.",
            "sed -i 's/count: 3/count: 4/' " + file + push.formatted("More replicas"),
            seen -> {
              seen.await("production", "deployment/web", "jsonpath={.spec.replicas}=4", 60);
              seen.await("flux-system", "kustomization/production", "condition=Ready", 60);
            }),
        new Trial(
            "Break an image: its containers crash, and Levada says which object and why. `git revert` mends it.",
            "sed -i 's/newTag: .*/newTag: crash/' " + file + push.formatted("A broken image"),
            seen -> {
              seen.await(
                  "flux-system",
                  "kustomization/production",
                  "jsonpath={.status.conditions[?(@.type==\"Ready\")].reason}=HealthCheckFailed",
                  90);
              Shell.run(
                  "git -C " + fleet + " revert --no-edit HEAD && git -C " + fleet + " push -q");
              seen.await("flux-system", "kustomization/production", "condition=Ready", 120);
            }),
        new Trial(
            "Delete an object by hand: Levada puts it back.",
            world.folder().resolve("kubectl") + " -n staging delete deployment web",
            seen -> {
              seen.await("staging", "deployment/web", "create", 60);
              seen.await("staging", "deployment/web", "condition=Available", 60);
            }));
  }

  void check(DemoWorld world, Screen screen) {
    screen.title(what);
    screen.text(command);
    Shell.run(command);
    effect.accept(world);
    screen.step("seen");
  }
}
