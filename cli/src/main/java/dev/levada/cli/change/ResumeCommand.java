package dev.levada.cli.change;

import dev.levada.cli.lookup.FluxKind;
import dev.levada.cli.surroundings.ClusterOptions;
import dev.levada.cli.surroundings.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `levada resume`: look after a suspended object again.
@Command(
    name = "resume",
    description = "Have a suspended object looked after again, and wait for it.",
    mixinStandardHelpOptions = true,
    subcommands = {ResumeCommand.Source.class, ResumeCommand.Image.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  levada resume kustomization podinfo -n apps",
      "  levada resume source git podinfo --no-wait"
    })
public final class ResumeCommand {

  private final Surroundings around;

  /// @param around the terminal and the cluster
  public ResumeCommand(Surroundings around) {
    this.around = around;
  }

  @Command(
      name = "kustomization",
      aliases = "ks",
      description = "Have a Kustomization applied and pruned again.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada resume kustomization podinfo -n apps")
  void kustomization(@Mixin NamedObject which, @Mixin Waiting waiting) {
    resume(around, FluxKind.KUSTOMIZATION, which, waiting);
  }

  private static void resume(
      Surroundings around, FluxKind kind, NamedObject which, Waiting waiting) {
    ClusterOptions where = which.where();
    around.talk(
        where,
        cluster ->
            new Suspension(cluster, around.steps(where))
                .resume(kind, where.namespace(), which.name(), waiting.isWanted()));
  }

  @Command(
      name = "gitprovider",
      description = "Have the host of a GitProvider asked again.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada resume gitprovider fleet")
  void gitProvider(@Mixin NamedObject which, @Mixin Waiting waiting) {
    resume(around, FluxKind.GIT_PROVIDER, which, waiting);
  }

  @Command(
      name = "pullrequest",
      description = "Have a PullRequestPolicy looked after again.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada resume pullrequest fleet")
  void pullRequest(@Mixin NamedObject which, @Mixin Waiting waiting) {
    resume(around, FluxKind.PULL_REQUEST, which, waiting);
  }

  @Command(
      name = "receiver",
      description = "Have calls of a Receiver taken again.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada resume receiver fleet")
  void receiver(@Mixin NamedObject which, @Mixin Waiting waiting) {
    resume(around, FluxKind.RECEIVER, which, waiting);
  }

  /// `levada resume source`.
  @Command(
      name = "source",
      description = "Have a source fetched again.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada resume source git podinfo")
  record Source(Surroundings around) {

    @Command(
        name = "git",
        description = "Have a GitRepository fetched again.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  levada resume source git podinfo")
    void git(@Mixin NamedObject which, @Mixin Waiting waiting) {
      resume(around, FluxKind.GIT_REPOSITORY, which, waiting);
    }
  }

  /// `levada resume image`.
  @Command(
      name = "image",
      description = "Have an image repository, policy or update looked after again.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = {
        "  levada resume image repository podinfo",
        "  levada resume image update fleet -n apps"
      })
  record Image(Surroundings around) {

    @Command(
        name = "repository",
        description = "Have an ImageRepository scanned again.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  levada resume image repository podinfo")
    void repository(@Mixin NamedObject which, @Mixin Waiting waiting) {
      resume(around, FluxKind.IMAGE_REPOSITORY, which, waiting);
    }

    @Command(
        name = "policy",
        description = "Have an ImagePolicy looked at again.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  levada resume image policy podinfo")
    void policy(@Mixin NamedObject which, @Mixin Waiting waiting) {
      resume(around, FluxKind.IMAGE_POLICY, which, waiting);
    }

    @Command(
        name = "update",
        description = "Have an ImageUpdateAutomation run again.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  levada resume image update fleet")
    void update(@Mixin NamedObject which, @Mixin Waiting waiting) {
      resume(around, FluxKind.IMAGE_UPDATE, which, waiting);
    }
  }
}
