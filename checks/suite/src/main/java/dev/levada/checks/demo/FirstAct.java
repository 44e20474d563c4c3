package dev.levada.checks.demo;

import dev.levada.checks.delivery.Step;
import dev.levada.checks.process.Shell;
import java.util.List;

/// Three things to try with the fleet.
final class FirstAct {

  private FirstAct() {}

  static List<Step> steps(DemoWorld seen) {
    String fleet = seen.folder().resolve("fleet").toString();
    String file = fleet + "/apps/web/production/kustomization.yaml";
    String push = " && git -C " + fleet + " commit -qam '%s' && git -C " + fleet + " push -q";
    return List.of(
        new Step(
            "Commit a change: production gets a fourth replica.",
            "sed -i 's/count: 3/count: 4/' " + file + push.formatted("More replicas"),
            () -> {
              seen.await("production", "deployment/web", "jsonpath={.spec.replicas}=4", 60);
              seen.await("flux-system", "kustomization/production", "condition=Ready", 60);
              return "production has four replicas";
            }),
        new Step(
            "Break an image: its containers crash, and Levada says which object and why. `git revert` mends it.",
            "sed -i 's/newTag: .*/newTag: crash/' " + file + push.formatted("A broken image"),
            () -> {
              seen.await(
                  "flux-system",
                  "kustomization/production",
                  "jsonpath={.status.conditions[?(@.type==\"Ready\")].reason}=HealthCheckFailed",
                  90);
              Shell.run(
                  "git -C " + fleet + " revert --no-edit HEAD && git -C " + fleet + " push -q");
              seen.await("flux-system", "kustomization/production", "condition=Ready", 120);
              return "it was told, and is mended";
            }),
        new Step(
            "Delete an object by hand: Levada puts it back.",
            seen.folder().resolve("kubectl") + " -n staging delete deployment web",
            () -> {
              seen.await("staging", "deployment/web", "create", 60);
              seen.await("staging", "deployment/web", "condition=Available", 60);
              return "it is back";
            }));
  }
}
