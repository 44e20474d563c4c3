package dev.levada.cli.change;

import dev.levada.cli.lookup.FluxKind;
import dev.levada.cli.surroundings.ClusterOptions;
import dev.levada.cli.surroundings.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `levada suspend`: leave an object alone.
@Command(
    name = "suspend",
    description = "Have an object left alone until it is resumed.",
    mixinStandardHelpOptions = true,
    subcommands = {SuspendCommand.Source.class, SuspendCommand.Image.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  levada suspend kustomization podinfo -n apps",
      "  levada suspend source git podinfo"
    })
public final class SuspendCommand {

  private final Surroundings around;

  /// @param around the terminal and the cluster
  public SuspendCommand(Surroundings around) {
    this.around = around;
  }

  @Command(
      name = "kustomization",
      aliases = "ks",
      description = "Have a Kustomization left alone: nothing is applied, nothing pruned.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada suspend kustomization podinfo -n apps")
  void kustomization(@Mixin NamedObject which) {
    suspend(around, FluxKind.KUSTOMIZATION, which);
  }

  private static void suspend(Surroundings around, FluxKind kind, NamedObject which) {
    ClusterOptions where = which.where();
    around.talk(
        where,
        cluster ->
            new Suspension(cluster, around.steps(where))
                .suspend(kind, where.namespace(), which.name()));
  }

  @Command(
      name = "gitprovider",
      description = "Have a GitProvider left alone: its host is not asked.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada suspend gitprovider fleet")
  void gitProvider(@Mixin NamedObject which) {
    suspend(around, FluxKind.GIT_PROVIDER, which);
  }

  @Command(
      name = "pullrequest",
      description = "Have a PullRequestPolicy left alone: no pull request is touched.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada suspend pullrequest fleet")
  void pullRequest(@Mixin NamedObject which) {
    suspend(around, FluxKind.PULL_REQUEST, which);
  }

  @Command(
      name = "receiver",
      description = "Have calls of a Receiver refused.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada suspend receiver fleet")
  void receiver(@Mixin NamedObject which) {
    suspend(around, FluxKind.RECEIVER, which);
  }

  /// `levada suspend source`.
  @Command(
      name = "source",
      description = "Have a source left alone.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada suspend source git podinfo")
  record Source(Surroundings around) {

    @Command(
        name = "git",
        description = "Have a GitRepository left alone: nothing is fetched.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  levada suspend source git podinfo")
    void git(@Mixin NamedObject which) {
      suspend(around, FluxKind.GIT_REPOSITORY, which);
    }
  }

  /// `levada suspend image`.
  @Command(
      name = "image",
      description = "Have an image repository, policy or update left alone.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = {
        "  levada suspend image repository podinfo",
        "  levada suspend image update fleet -n apps"
      })
  record Image(Surroundings around) {

    @Command(
        name = "repository",
        description = "Have an ImageRepository left alone: nothing is scanned.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  levada suspend image repository podinfo")
    void repository(@Mixin NamedObject which) {
      suspend(around, FluxKind.IMAGE_REPOSITORY, which);
    }

    @Command(
        name = "policy",
        description = "Have an ImagePolicy left alone: the tag stays.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  levada suspend image policy podinfo")
    void policy(@Mixin NamedObject which) {
      suspend(around, FluxKind.IMAGE_POLICY, which);
    }

    @Command(
        name = "update",
        description = "Have an ImageUpdateAutomation left alone: nothing is pushed.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  levada suspend image update fleet")
    void update(@Mixin NamedObject which) {
      suspend(around, FluxKind.IMAGE_UPDATE, which);
    }
  }
}
