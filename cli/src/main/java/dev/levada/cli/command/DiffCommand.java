package dev.levada.cli.command;

import dev.levada.api.Kustomization;
import dev.levada.cli.build.FetchedOnDemand;
import dev.levada.cli.build.LocalFolder;
import dev.levada.cli.print.PlanText;
import dev.levada.cli.print.PrettyJson;
import dev.levada.cli.surroundings.Cluster;
import dev.levada.cli.surroundings.ClusterOptions;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.cli.surroundings.Surroundings;
import dev.levada.cluster.apply.Planner;
import dev.levada.core.failure.FailureException;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.YamlWriter;
import dev.levada.core.plan.Plan;
import dev.levada.core.plan.PlanDocument;
import dev.levada.core.plan.hint.Owner;
import dev.levada.core.plan.inventory.Inventory;
import dev.levada.operator.desired.ObjectTerms;
import dev.levada.operator.desired.Rendering;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `levada diff`: what would happen, before it does.
@Command(
    name = "diff",
    description = "Show what applying a folder would do to the cluster.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  levada diff kustomization podinfo --path apps/podinfo")
public final class DiffCommand {

  private final Surroundings around;

  /// @param around the terminal and the cluster
  public DiffCommand(Surroundings around) {
    this.around = around;
  }

  @Command(
      name = "kustomization",
      description = {
        "Render a folder as a Kustomization would, and show what would be created,",
        "changed, replaced and deleted. The API server is asked by dry runs; nothing",
        "is written."
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
        "  levada diff ks -f clusters/prod/podinfo.yaml --path apps/podinfo -o json"
      })
  int kustomization(
      @Mixin ClusterOptions where,
      @Option(
              names = "--path",
              paramLabel = "DIR",
              required = true,
              description = "The folder that stands for spec.path.")
          Path directory,
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
    var changes = new AtomicBoolean();
    around.talk(
        where,
        cluster -> {
          Manifest manifest = new WantedKustomization(cluster, where).find(name, file);
          Plan plan = plan(cluster, manifest, LocalFolder.of(directory));
          print(manifest.id().subject(), plan, form, where);
          changes.set(plan.hasChanges());
        });
    return changes.get() ? 1 : 0;
  }

  private static Plan plan(Cluster cluster, Manifest manifest, LocalFolder folder) {
    Manifest local = manifest.copy();
    Mapping spec = local.root().child("spec");
    spec.put("path", "./" + folder.path());
    if (spec.has("kubeConfig")) {
      throw new CommandFailure(
          manifest.id().subject() + " applies to another cluster (spec.kubeConfig)",
          "Take spec.kubeConfig out of a copy, and give that with -f and the other cluster with"
              + " --kubeconfig.");
    }
    Kustomization object = Kustomization.of(local);
    try (var remotes = new FetchedOnDemand()) {
      Rendering.Desired desired =
          new Rendering(remotes).render(object, folder.tree(), cluster.gather(object));
      return cluster.plan(
          new Planner.Intent(
              desired.manifests(),
              Inventory.read(object.status().get("inventory")),
              new Owner(object.metadata().name(), object.metadata().namespace()),
              object.spec().prune(),
              ObjectTerms.of(object),
              Set.of()));
    } catch (FailureException e) {
      throw new CommandFailure(e.failure().message(), e.failure().fix(), e);
    }
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
