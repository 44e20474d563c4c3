package dev.levada.cli.read;

import dev.levada.cli.lookup.FluxKind;
import dev.levada.cli.lookup.Lookup;
import dev.levada.cli.print.Branch;
import dev.levada.cli.print.PrettyJson;
import dev.levada.cli.print.TreeDocument;
import dev.levada.cli.print.TreeLines;
import dev.levada.cli.print.Word;
import dev.levada.cli.surroundings.ClusterOptions;
import dev.levada.cli.surroundings.Surroundings;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.YamlWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `levada tree`: what came from what.
@Command(
    name = "tree",
    description = "Show the objects that a Kustomization applied, and those that they applied.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  levada tree kustomization flux-system --compact",
      "  levada tree ks podinfo --health"
    })
public final class TreeCommand {

  private final Surroundings around;

  /// @param around the terminal and the cluster
  public TreeCommand(Surroundings around) {
    this.around = around;
  }

  /// In which form the tree is printed.
  public enum Form {
    /// A document.
    JSON,
    /// A document.
    YAML,
    /// Lines for people.
    TREE;

    @Override
    public String toString() {
      return Word.of(this);
    }
  }

  @Command(
      name = "kustomization",
      aliases = "ks",
      description = "Show what a Kustomization applied.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = {
        "  levada tree kustomization flux-system --compact",
        "  levada tree ks podinfo --health",
        "  levada tree ks podinfo -o json"
      })
  void kustomization(
      @Mixin ClusterOptions where,
      @Option(names = "--compact", description = "Only objects that apply or fetch others.")
          boolean compact,
      @Option(names = "--health", description = "Also ask for each object and tell how it does.")
          boolean health,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "FORMAT",
              defaultValue = "tree",
              description = "One of ${COMPLETION-CANDIDATES} (default: tree).")
          Form form,
      @Parameters(paramLabel = "NAME", description = "Which one.") String name) {
    around.talk(
        where,
        cluster -> {
          Manifest root = Lookup.require(cluster, FluxKind.KUSTOMIZATION, where.namespace(), name);
          Branch tree = new TreeWalk(cluster, compact, health).from(root);
          around.print(text(tree, form, around.colours(where)));
        });
  }

  private static String text(Branch tree, Form form, boolean colours) {
    return switch (form) {
      case TREE -> TreeLines.text(tree, colours);
      case JSON -> PrettyJson.text(TreeDocument.of(tree));
      case YAML -> YamlWriter.text(TreeDocument.of(tree));
    };
  }
}
