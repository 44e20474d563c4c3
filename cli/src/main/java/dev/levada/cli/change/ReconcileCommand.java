package dev.levada.cli.change;

import dev.levada.api.GitRepository;
import dev.levada.api.Kustomization;
import dev.levada.api.SourceReference;
import dev.levada.cli.lookup.FluxKind;
import dev.levada.cli.lookup.Lookup;
import dev.levada.cli.surroundings.ClusterOptions;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.cli.surroundings.Surroundings;
import dev.levada.core.manifest.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `levada reconcile`: now, not at the next interval.
@Command(
    name = "reconcile",
    description =
        "Have an object looked after now, not at the next interval, and wait for the end.",
    mixinStandardHelpOptions = true,
    subcommands = {ReconcileCommand.Source.class, ReconcileCommand.Image.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  levada reconcile source git podinfo",
      "  levada reconcile kustomization podinfo --with-source"
    })
public final class ReconcileCommand {

  private final Surroundings around;

  /// @param around the terminal and the cluster
  public ReconcileCommand(Surroundings around) {
    this.around = around;
  }

  @Command(
      name = "kustomization",
      aliases = "ks",
      description = "Have a Kustomization applied now.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = {
        "  levada reconcile kustomization podinfo -n apps",
        "  levada reconcile ks podinfo --with-source --timeout 2m"
      })
  void kustomization(
      @Mixin NamedObject which,
      @Option(names = "--with-source", description = "Have its source fetched first.")
          boolean withSource) {
    ClusterOptions where = which.where();
    around.talk(
        where,
        cluster -> {
          var request = new Request(cluster, around.steps(where), around.clock().instant());
          if (withSource) {
            Manifest object =
                Lookup.require(cluster, FluxKind.KUSTOMIZATION, where.namespace(), which.name());
            SourceReference source = gitSource(object);
            request.send(FluxKind.GIT_REPOSITORY, source.namespace(), source.name());
          }
          request.send(FluxKind.KUSTOMIZATION, where.namespace(), which.name());
        });
  }

  private static SourceReference gitSource(Manifest object) {
    SourceReference source = Kustomization.of(object).spec().source();
    if (!source.kind().equals(GitRepository.KIND)) {
      throw new CommandFailure(
          "%s: its source %s cannot be reconciled: only a GitRepository can"
              .formatted(object.id().subject(), source),
          "Leave out --with-source.");
    }
    return source;
  }

  @Command(
      name = "gitprovider",
      description = "Have the host of a GitProvider asked now.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada reconcile gitprovider fleet")
  void gitProvider(@Mixin NamedObject which) {
    reconcile(around, FluxKind.GIT_PROVIDER, which);
  }

  @Command(
      name = "pullrequest",
      description = "Have a PullRequestPolicy looked after now.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada reconcile pullrequest fleet")
  void pullRequest(@Mixin NamedObject which) {
    reconcile(around, FluxKind.PULL_REQUEST, which);
  }

  @Command(
      name = "receiver",
      description = "Have the Secret of a Receiver looked at now.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada reconcile receiver fleet")
  void receiver(@Mixin NamedObject which) {
    reconcile(around, FluxKind.RECEIVER, which);
  }

  private static void reconcile(Surroundings around, FluxKind kind, NamedObject which) {
    ClusterOptions where = which.where();
    around.talk(
        where,
        cluster ->
            new Request(cluster, around.steps(where), around.clock().instant())
                .send(kind, where.namespace(), which.name()));
  }

  /// `levada reconcile source`.
  @Command(
      name = "source",
      description = "Have a source fetched now.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  levada reconcile source git podinfo")
  record Source(Surroundings around) {

    @Command(
        name = "git",
        description = "Have a GitRepository fetched now.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  levada reconcile source git podinfo -n apps")
    void git(@Mixin NamedObject which) {
      reconcile(around, FluxKind.GIT_REPOSITORY, which);
    }
  }

  /// `levada reconcile image`.
  @Command(
      name = "image",
      description = "Have an image repository scanned, a policy looked at or an update run now.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = {
        "  levada reconcile image repository podinfo",
        "  levada reconcile image update fleet -n apps"
      })
  record Image(Surroundings around) {

    @Command(
        name = "repository",
        description = "Have an ImageRepository scanned now.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  levada reconcile image repository podinfo")
    void repository(@Mixin NamedObject which) {
      reconcile(around, FluxKind.IMAGE_REPOSITORY, which);
    }

    @Command(
        name = "policy",
        description = "Have an ImagePolicy looked at now.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  levada reconcile image policy podinfo")
    void policy(@Mixin NamedObject which) {
      reconcile(around, FluxKind.IMAGE_POLICY, which);
    }

    @Command(
        name = "update",
        description = "Have an ImageUpdateAutomation run now.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  levada reconcile image update fleet")
    void update(@Mixin NamedObject which) {
      reconcile(around, FluxKind.IMAGE_UPDATE, which);
    }
  }
}
