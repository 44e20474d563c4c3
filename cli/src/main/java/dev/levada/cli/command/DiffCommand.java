package dev.levada.cli.command;

import dev.levada.cli.print.PlanText;
import dev.levada.cli.print.PrettyJson;
import dev.levada.cli.surroundings.ClusterOptions;
import dev.levada.cli.surroundings.Surroundings;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.YamlWriter;
import dev.levada.core.plan.Plan;
import dev.levada.core.plan.PlanDocument;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `levada diff`: what would happen, before it does.
@Command(
    name = "diff",
    description = "Show what applying something would do to the cluster.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  levada diff kustomization podinfo --path apps/podinfo")
public final class DiffCommand {

  /// What would be applied.
  static final class Wanted {

    @Option(
        names = "--path",
        paramLabel = "DIR",
        description = "A folder on this disk that stands for spec.path.")
    private @Nullable Path folder;

    @Option(
        names = "--to",
        paramLabel = "REVISION",
        description =
            "In place of a folder: a branch, a tag, a commit or a revision of its GitRepository,"
                + " which is fetched with the Secret that it names.")
    private @Nullable String revision;
  }

  private final Surroundings around;

  /// @param around the terminal and the cluster
  public DiffCommand(Surroundings around) {
    this.around = around;
  }

  @Command(
      name = "kustomization",
      description = {
        "Render a folder, or a revision of its source, as a Kustomization would, and",
        "show what would be created, changed, replaced and deleted. The API server of",
        "the cluster that it applies to is asked by dry runs; nothing is written."
      },
      aliases = "ks",
      mixinStandardHelpOptions = true,
      exitCodeOnExecutionException = 2,
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:nothing would change",
        "1:something would",
        "2:it cannot be told, or the command was not understood"
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  levada diff kustomization podinfo --path apps/podinfo",
        "  levada diff ks -f clusters/prod/podinfo.yaml --path apps/podinfo -o json",
        "  levada diff ks podinfo --to feature/blue",
        "  levada diff ks podinfo --from v1.2.0 --to v1.3.0 -o yaml"
      })
  int kustomization(
      @Mixin ClusterOptions where,
      @ArgGroup(multiplicity = "1") Wanted wanted,
      @Option(
              names = "--from",
              paramLabel = "REVISION",
              description =
                  "Show only what differs between this revision and the folder or the other"
                      + " revision, not all that differs from the cluster.")
          @Nullable String from,
      @Option(
              names = {"-f", "--kustomization-file"},
              paramLabel = "FILE",
              description = "A file with the Kustomization, in place of the one in the cluster.")
          @Nullable Path file,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "FORM",
              defaultValue = "text",
              description = "One of ${COMPLETION-CANDIDATES} (default: text).")
          Form form,
      @Parameters(paramLabel = "NAME", arity = "0..1", description = "Which one.")
          @Nullable String name) {
    var asked = new Forecast.Asked(wanted.folder, wanted.revision, from);
    var changes = new AtomicBoolean();
    around.talk(
        where,
        cluster -> {
          Manifest manifest = new WantedKustomization(cluster, where).find(name, file);
          Plan plan = new Forecast(cluster, manifest).plan(asked);
          print(manifest.id().subject(), plan, form, where);
          changes.set(plan.hasChanges());
        });
    return changes.get() ? 1 : 0;
  }

  private void print(String subject, Plan plan, Form form, ClusterOptions where) {
    around.print(
        switch (form) {
          case TEXT -> PlanText.of(subject, plan, around.colours(where));
          case JSON -> PrettyJson.text(PlanDocument.of(plan));
          case YAML -> YamlWriter.text(PlanDocument.of(plan));
        });
  }
}
