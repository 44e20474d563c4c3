package dev.levada.cli.promote;

import dev.levada.cli.failure.Choices;
import dev.levada.cli.print.PrettyJson;
import dev.levada.cli.print.Steps;
import dev.levada.cli.print.Word;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.cli.surroundings.Surroundings;
import dev.levada.core.edit.Promotion;
import dev.levada.core.image.ChosenImage;
import dev.levada.fetch.forge.ForgeKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `levada promote`: for CI, the step from an image that was built to the repository that deploys
/// it.
@Command(
    name = "promote",
    description = {
      "Put a new image into a config repository: as a commit, or as a pull request.",
      "Only the values that name the image change; every other byte stays."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the repository has the image, or is offered it",
      "1:the command failed",
      "2:the command was not understood",
      "3:the pull request was closed without merging (--wait)"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  levada promote https://github.com/org/fleet -i ghcr.io/org/app:1.1.0 \\",
      "    --kustomization apps/app/kustomization.yaml --pull-request",
      "  levada promote https://git.example.com/fleet -i example.com/app:1.1.0 \\",
      "    --setter flux-system:app -p --forge gitea --wait merged",
      "  levada promote . -i app:1.1.0 --helm-values app/values.yaml:image"
    })
public final class PromoteCommand implements Callable<Integer> {

  private static final int CLOSED = 3;

  /// What can be waited for.
  enum Wait {
    /// The pull request is merged.
    MERGED,
    /// The cluster has it.
    APPLIED;

    @Override
    public String toString() {
      return Word.of(this);
    }
  }

  /// In which form the outcome is printed.
  enum Form {
    /// For people.
    TEXT,
    /// For programs.
    JSON;

    @Override
    public String toString() {
      return Word.of(this);
    }
  }

  private final Surroundings around;
  private final Map<String, String> environment = System.getenv();

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "REPOSITORY",
      description = {
        "Address of the repository, or a folder on disk, whose files are edited where they are."
      })
  private String repository = "";

  @Mixin private ImageOptions image = new ImageOptions();
  @Mixin private PlaceOptions places = new PlaceOptions();
  @Mixin private CommitOptions commit = new CommitOptions();
  @Mixin private RequestOptions request = new RequestOptions();

  @Option(
      names = "--wait",
      paramLabel = "STATE",
      description = {
        "Wait until the pull request is merged, or until the image is applied",
        "by all Kustomizations that read the files: ${COMPLETION-CANDIDATES}."
      })
  private @Nullable Wait wait;

  @Mixin private ClusterChoice cluster = new ClusterChoice();

  @Option(names = "--dry-run", description = "Change nothing; print the patch.")
  private boolean dryRun;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "text",
      description = "One of ${COMPLETION-CANDIDATES} (default: text).")
  private Form form = Form.TEXT;

  /// @param around the terminal and the time
  public PromoteCommand(Surroundings around) {
    this.around = around;
  }

  /// Teaches a command line to read the words that the options take.
  public static void teach(CommandLine line) {
    Choices.teach(line, Form.class);
    Choices.teach(line, Wait.class);
    Choices.teach(line, ForgeKind.class);
  }

  @Override
  public Integer call() {
    if (wait == Wait.MERGED && !request.wanted()) {
      throw new ParameterException(
          command.commandLine(), "--wait merged is for pull requests. Add --pull-request");
    }
    ChosenImage chosen = image.image();
    var steps = new Steps(around.terminal().err(), around.terminal().colours());
    Outcome outcome = isAddress() ? remote(chosen, steps) : local(promotion(chosen), steps);
    around.print(
        switch (form) {
          case JSON -> PrettyJson.text(outcome.document());
          case TEXT -> outcome.text();
        });
    return outcome.result() == Outcome.Result.CLOSED ? CLOSED : 0;
  }

  private boolean isAddress() {
    return repository.matches("(?s)(https?|ssh)://.*|[^/:@]+@[^/:]+:[^/].*");
  }

  private Promotion promotion(ChosenImage chosen) {
    return new Promotion(places.places(chosen), chosen);
  }

  /// Promotes at a Git server. An image that stands nowhere yet shows which files are read for it.
  private Outcome remote(ChosenImage chosen, Steps steps) {
    Promotion promotion = promotion(chosen);
    var nowhere =
        new ChosenImage(
            chosen.name(),
            chosen.tag().isEmpty() ? "" : chosen.tag() + "-nowhere",
            chosen.digest().isEmpty() ? "" : "sha256:" + "0".repeat(64));
    var until =
        new RemotePromotion.Until(
            wait != null && request.wanted(),
            wait == Wait.APPLIED
                ? Optional.of(
                    new Deployed(around, cluster, promotion, promotion(nowhere), commit.timeout()))
                : Optional.empty());
    String url =
        repository.contains("://") ? repository : "ssh://" + repository.replaceFirst(":", "/");
    return new RemotePromotion(url, promotion, commit, request, environment, Clock.systemUTC())
        .run(dryRun, until, steps);
  }

  private Outcome local(Promotion promotion, Steps steps) {
    Path folder = Path.of(repository);
    if (request.wanted()) {
      throw new ParameterException(
          command.commandLine(), "--pull-request needs the address of a repository, not a folder");
    }
    if (wait != null) {
      throw new ParameterException(
          command.commandLine(), "--wait needs the address of a repository, not a folder");
    }
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure(
          "'" + repository + "' is neither a folder nor the address of a repository",
          "Write https://HOST/PATH, ssh://git@HOST/PATH or the path of a folder.");
    }
    return new LocalPromotion(folder, promotion).run(dryRun, steps);
  }
}
