package dev.levada.cli.read;

import dev.levada.cli.lookup.FluxKind;
import dev.levada.cli.surroundings.ClusterOptions;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.cli.surroundings.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `levada get`: what there is and how it does.
@Command(
    name = "get",
    description =
        "Show sources, Kustomizations, images, pull requests and webhooks, and how they do.",
    mixinStandardHelpOptions = true,
    subcommands = {GetCommand.Sources.class, GetImages.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  levada get all -A                                 everything, everywhere",
      "  levada get kustomizations --status-selector ready=false",
      "  levada get ks podinfo -o yaml",
      "  levada get sources git -w",
      "  levada get images policy -A"
    })
public final class GetCommand {

  private final Surroundings around;

  /// @param around the terminal and the cluster
  public GetCommand(Surroundings around) {
    this.around = around;
  }

  @Command(
      name = "kustomizations",
      aliases = {"kustomization", "ks"},
      description = "Show Kustomizations.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = {
        "  levada get kustomizations -n apps",
        "  levada get ks -A --status-selector ready=false",
        "  levada get ks podinfo -w"
      })
  void kustomizations(@Mixin ClusterOptions where, @Mixin ListOptions how, @Mixin OnlyName only) {
    show(FluxKind.KUSTOMIZATION, where, how, only);
  }

  @Command(
      name = "gitproviders",
      aliases = "gitprovider",
      description = "Show GitProviders: the Git hosts where pull requests are opened.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada get gitproviders -A")
  void gitProviders(@Mixin ClusterOptions where, @Mixin ListOptions how, @Mixin OnlyName only) {
    show(FluxKind.GIT_PROVIDER, where, how, only);
  }

  @Command(
      name = "pullrequests",
      aliases = {"pullrequest", "pullrequestpolicies", "pullrequestpolicy", "prp"},
      description = "Show PullRequestPolicies and the pull requests that they have opened.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = {"  levada get pullrequests -A", "  levada get pullrequests fleet -w"})
  void pullRequests(@Mixin ClusterOptions where, @Mixin ListOptions how, @Mixin OnlyName only) {
    show(FluxKind.PULL_REQUEST, where, how, only);
  }

  @Command(
      name = "receivers",
      aliases = "receiver",
      description = "Show Receivers: the webhooks that can be called.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = {"  levada get receivers -A", "  levada get receivers fleet -o yaml"})
  void receivers(@Mixin ClusterOptions where, @Mixin ListOptions how, @Mixin OnlyName only) {
    show(FluxKind.RECEIVER, where, how, only);
  }

  private void show(FluxKind kind, ClusterOptions where, ListOptions how, OnlyName only) {
    around.talk(where, cluster -> new Listing(around, where, how, cluster).show(kind, only.name()));
  }

  @Command(
      name = "all",
      description = "Show all kinds, one table each.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = {"  levada get all -A", "  levada get all -A --status-selector ready=false"})
  void all(@Mixin ClusterOptions where, @Mixin ListOptions how) {
    if (how.watch()) {
      throw new CommandFailure(
          "get all cannot watch", "Watch one kind: levada get kustomizations --watch");
    }
    around.talk(where, cluster -> new Listing(around, where, how, cluster).showAll());
  }

  /// `levada get sources`.
  @Command(
      name = "sources",
      aliases = "source",
      description = "Show sources.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada get sources git -A")
  static final class Sources {

    private final Surroundings around;

    Sources(Surroundings around) {
      this.around = around;
    }

    @Command(
        name = "git",
        aliases = {"gitrepositories", "gitrepository"},
        description = "Show GitRepositories.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  levada get sources git -A", "  levada get sources git podinfo -o json"})
    void git(@Mixin ClusterOptions where, @Mixin ListOptions how, @Mixin OnlyName only) {
      around.talk(
          where,
          cluster ->
              new Listing(around, where, how, cluster).show(FluxKind.GIT_REPOSITORY, only.name()));
    }
  }
}
