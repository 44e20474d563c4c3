package dev.levada.cli.change;

import dev.levada.cli.lookup.FluxKind;
import dev.levada.cli.surroundings.ClusterOptions;
import dev.levada.cli.surroundings.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `levada suspend`: leave an object alone.
@Command(
    name = "suspend",
    description = "Have a source or a Kustomization left alone until it is resumed.",
    mixinStandardHelpOptions = true,
    subcommands = SuspendCommand.Source.class,
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
  void kustomization(
      @Mixin ClusterOptions where,
      @Parameters(paramLabel = "NAME", description = "Which one.") String name) {
    suspend(around, where, FluxKind.KUSTOMIZATION, name);
  }

  private static void suspend(
      Surroundings around, ClusterOptions where, FluxKind kind, String name) {
    around.talk(
        where,
        cluster ->
            new Suspension(cluster, around.steps(where)).suspend(kind, where.namespace(), name));
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
    void git(
        @Mixin ClusterOptions where,
        @Parameters(paramLabel = "NAME", description = "Which one.") String name) {
      suspend(around, where, FluxKind.GIT_REPOSITORY, name);
    }
  }
}
