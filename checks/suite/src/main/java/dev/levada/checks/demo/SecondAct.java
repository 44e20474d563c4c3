package dev.levada.checks.demo;

import static dev.levada.checks.process.Stage.require;

import dev.levada.checks.delivery.Shop;
import dev.levada.checks.delivery.Step;
import dev.levada.checks.delivery.Way;
import dev.levada.cluster.observe.Reflector;
import dev.levada.testbed.forge.ForgeUser;
import dev.levada.testbed.forge.Gitea;
import dev.levada.testbed.registry.Registry;
import java.util.stream.Stream;

/// From code to cluster: a Git host and a registry come in, and an image goes both ways that there
/// are.
final class SecondAct implements AutoCloseable {

  private static final String NAMESPACE = "shop";

  private final Screen screen;
  private final Way way;
  private final Gitea gitea;
  private final Registry registry;
  private final Reflector news;

  private SecondAct(Screen screen, Way way, Gitea gitea, Registry registry, Reflector news) {
    this.screen = screen;
    this.way = way;
    this.gitea = gitea;
    this.registry = registry;
    this.news = news;
  }

  static SecondAct start(DemoWorld world, Screen screen) {
    screen.title("Second act: from code to cluster");
    screen.step(
        "starting a Git host (Gitea) and a container registry (the first time on a machine they are built: some 7 minutes)");
    Gitea gitea = Gitea.start();
    Registry registry = Registry.open();
    screen.step("pushing examples/shop: the repositories `code` and `config`, and image 1.0.0");
    var shop = new Shop(world.folder().resolve("shop"), gitea, registry, NAMESPACE);
    require(world.cluster().kubectl("create", "namespace", NAMESPACE));
    String kubectl = world.folder().resolve("kubectl") + " -n " + NAMESPACE;
    var way =
        new Way(
            shop,
            (input, arguments) ->
                world
                    .cluster()
                    .kubectlReading(
                        input,
                        Stream.concat(Stream.of("-n", NAMESPACE), Stream.of(arguments))
                            .toArray(String[]::new)),
            kubectl);
    Reflector news = new NewsReel(world.cluster(), NAMESPACE, screen).start();
    return new SecondAct(screen, way, gitea, registry, news);
  }

  void offer() {
    way.begin();
    ForgeUser owner = way.shop().config().owner();
    screen.title("Image 1.0.0 runs. Each of these lines, in this order, for another terminal:");
    way.steps().forEach(screen::offer);
    screen.text("");
    screen.text(
        "The pull requests are at %s/%s/pulls (user %s, password %s)."
            .formatted(
                way.shop().config().base(),
                way.shop().config().fullName(),
                owner.name(),
                owner.password()));
  }

  void check() {
    way.begin();
    for (Step step : way.steps()) {
      screen.check(step);
    }
  }

  @Override
  public void close() {
    news.close();
    gitea.close();
    registry.close();
  }
}
