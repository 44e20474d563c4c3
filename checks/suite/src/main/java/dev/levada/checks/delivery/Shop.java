package dev.levada.checks.delivery;

import dev.levada.checks.process.Shell;
import dev.levada.testbed.forge.ForgeRepository;
import dev.levada.testbed.forge.ForgeUser;
import dev.levada.testbed.forge.Gitea;
import dev.levada.testbed.registry.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The example `examples/shop` on a real Git host and with a real registry: its two repositories,
/// the programs that its pipeline calls, and what a CI server does for a tag.
public final class Shop {

  private static final Path EXAMPLE = Path.of("examples", "shop");

  private final Path folder;
  private final String namespace;
  private final String images;
  private final ForgeRepository code;
  private final ForgeRepository config;
  private final Path pushImage;
  private final Path merge;
  private final Path pipeline;

  /// @param folder where its working copies and programs are put
  /// @param namespace where it will run
  public Shop(Path folder, Gitea gitea, Registry registry, String namespace) {
    this.folder = folder;
    this.namespace = namespace;
    this.images = registry.host() + "/" + namespace;
    ForgeUser owner = gitea.user();
    this.code = gitea.repository(owner, "code");
    this.config = gitea.repository(owner, "config");
    var tools = new Tools(folder.resolve("bin"));
    tools.addJava("levada", "dev.levada.cli.Main", "");
    this.pushImage = tools.addJava("push-image", "dev.levada.testbed.registry.ImageBuilder", "");
    this.merge =
        tools.addJava(
            "merge",
            "dev.levada.testbed.forge.MergeOpen",
            "%s %s %s".formatted(config.base(), config.fullName(), owner.token()));
    this.pipeline = new Tools(folder).add("ci", pipelineOf(owner));
    push(code);
    push(config);
    copy("cluster");
    Shell.run(pushLine("1.0.0"));
  }

  /// What a CI server does when a tag is pushed: it checks the tag out and runs its pipeline.
  private String pipelineOf(ForgeUser owner) {
    return """
    # A tag of the code, and what a CI server does for it.
    git -C '%1$s/code' tag "$1"
    git -C '%1$s/code' push -q origin "$1"
    rm -rf '%1$s/checkout'
    git -c advice.detachedHead=false clone -q --depth 1 --branch "$1" '%2$s' '%1$s/checkout'
    cd '%1$s/checkout'
    export TAG="$1" REGISTRY='%3$s' CONFIG_REPOSITORY='%4$s'
    export LEVADA_GIT_USERNAME='%5$s' LEVADA_GIT_TOKEN='%6$s'
    PATH='%1$s/bin':"$PATH" exec ./release.sh\
    """
        .formatted(folder, secretUrl(code), images, config.url(), owner.name(), owner.token());
  }

  private static String secretUrl(ForgeRepository repository) {
    ForgeUser owner = repository.owner();
    return repository.url().replace("://", "://" + owner.name() + ":" + owner.token() + "@");
  }

  /// Commits the example's files of that name into the repository.
  private void push(ForgeRepository repository) {
    Path copy = folder.resolve(repository.name());
    Shell.run("git clone -q '%s' '%s'".formatted(secretUrl(repository), copy));
    copy(repository.name());
    Shell.run(
        "cd '%s' && git config user.name Shop && git config user.email shop@example.com && git add . && git commit -qm 'The shop' && git push -q origin HEAD:main"
            .formatted(copy));
  }

  /// Copies a folder of the example; what stands in it for servers becomes their addresses.
  private void copy(String name) {
    Path from = Path.of(System.getProperty("levada.root", "."), EXAMPLE.toString(), name);
    Path to = folder.resolve(name);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        // Copied first, so that what can be run still can.
        Files.copy(file, target);
        Files.writeString(target, addressed(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String addressed(String text) {
    return text.replace("registry.example.com", images)
        .replace("https://git.example.com", config.base())
        .replace("org/config", config.fullName())
        .replace("targetNamespace: shop", "targetNamespace: " + namespace)
        .replace("shop:shop", namespace + ":shop");
  }

  /// The config repository at the Git host.
  public ForgeRepository config() {
    return config;
  }

  /// What a Git host asks for, as the Secret that the example's objects name.
  public String secret() {
    ForgeUser owner = config.owner();
    return """
    apiVersion: v1
    kind: Secret
    metadata: {name: git}
    stringData: {username: "%1$s", password: "%2$s", token: "%2$s"}
    """
        .formatted(owner.name(), owner.token());
  }

  /// A file of the folder `cluster`.
  public Path file(String name) {
    return folder.resolve("cluster").resolve(name);
  }

  /// The text of that file.
  public String objects(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The line that tags the code and runs the pipeline.
  public String pipelineLine(String tag) {
    return pipeline + " " + tag;
  }

  /// The line that pushes an image without a pipeline.
  public String pushLine(String tag) {
    return "%s %s %s".formatted(pushImage, image(tag), folder.resolve("code/public"));
  }

  /// The line that merges the open pull request.
  public String mergeLine() {
    return merge.toString();
  }

  /// The image's full name.
  public String image(String tag) {
    return images + "/shop:" + tag;
  }
}
