package dev.levada.checks.delivery;

import static dev.levada.checks.process.Stage.require;

import dev.levada.checks.process.Kube;
import java.util.List;
import java.util.Locale;

/// The two ways of an image from its build to running pods, step by step: a pipeline proposes it,
/// then the engine does.
///
/// @param shop the application
/// @param kube the cluster
/// @param kubectl the command that a person types for kubectl in the shop's namespace
public record Way(Shop shop, Kube kube, String kubectl) {

  private static final String PULL = "pullrequestpolicy/shop";

  /// Tells the cluster where the config repository is, and waits for the first image.
  public void begin() {
    kube.apply(shop.secret());
    kube.apply(shop.objects("deploy.yaml"));
    runs("1.0.0");
  }

  /// All steps in order.
  public List<Step> steps() {
    return List.of(
        new Step(
            "Release 1.0.1: a tag in the code repository, whose pipeline builds an image, pushes it and opens a pull request.",
            shop.pipelineLine("1.0.1"),
            () -> "pull request " + onlyOpen("Update shop to 1.0.1") + " is open for 1.0.1"),
        new Step("Merge it.", shop.mergeLine(), () -> runs("1.0.1")),
        new Step(
            "Let Levada watch the registry and propose what it finds.",
            "%s apply -f %s".formatted(kubectl, shop.file("images.yaml")),
            () -> says("nothing to propose: main has all images")),
        new Step(
            "Push a tag straight to the registry, without a pipeline.",
            shop.pushLine("1.0.2"),
            () -> proposed("1.0.2")),
        new Step(
            "Push a newer one: the open pull request is for that now.",
            shop.pushLine("1.1.0"),
            () -> proposed("1.1.0")),
        new Step("Merge it.", shop.mergeLine(), () -> runs("1.1.0")));
  }

  private String says(String message) {
    kube.await(PULL, "create");
    kube.awaitMessage(PULL, message);
    return message;
  }

  private String proposed(String tag) {
    kube.await(PULL, "jsonpath={.status.pullRequest.number}");
    String number =
        require(kube.kubectl("", "get", PULL, "-o", "jsonpath={.status.pullRequest.number}"));
    String said = says("pull request " + number + " is open for " + shop.image(tag));
    if (onlyOpen("Update shop to " + tag) != Long.parseLong(number)) {
      throw new AssertionError(said + ", but another one is open: " + shop.config().pulls());
    }
    return said;
  }

  /// The number of the only open pull request, which has that title.
  private long onlyOpen(String title) {
    List<Long> open = shop.config().open();
    if (open.size() != 1 || !shop.config().pull(open.getFirst()).contains("\"" + title + "\"")) {
      throw new AssertionError(
          "not one pull request '" + title + "' is open: " + shop.config().pulls());
    }
    return open.getFirst();
  }

  /// Waits until all pods are ready with an image, and no other pod is left.
  private String runs(String tag) {
    String image = shop.image(tag);
    kube.await("deployment/shop", "create");
    kube.await("deployment/shop", "jsonpath={.spec.template.spec.containers[0].image}=" + image);
    require(kube.kubectl("", "rollout", "status", "deployment/shop", "--timeout=120s"));
    List<String> pods =
        require(
                kube.kubectl(
                    "",
                    "get",
                    "pods",
                    "--selector=app=shop",
                    "-o",
                    "jsonpath={range .items[*]}{.spec.containers[0].image} "
                        + "{.status.conditions[?(@.type==\"Ready\")].status} "
                        + "{.metadata.deletionTimestamp}{\"\\n\"}{end}"))
            .lines()
            .filter(line -> line.endsWith(" ")) // is not going
            .map(String::strip)
            .toList();
    if (pods.isEmpty() || !pods.stream().allMatch((image + " True")::equals)) {
      throw new AssertionError("not all pods are ready with " + image + ": " + pods);
    }
    return String.format(Locale.ROOT, "%d pods are ready with %s", pods.size(), image);
  }
}
