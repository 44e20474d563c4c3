package dev.levada.cli.promote;

import dev.levada.fetch.forge.ForgeKind;
import dev.levada.fetch.forge.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options for a pull request.
final class RequestOptions {

  @Option(
      names = {"-p", "--pull-request"},
      description = {
        "Push to a branch of its own and open a pull request,",
        "or update the one that an earlier promotion to this place has opened."
      })
  private boolean wanted;

  @Option(
      names = "--forge",
      paramLabel = "KIND",
      description = {
        "The kind of Git host, where its name does not tell it:",
        "one of ${COMPLETION-CANDIDATES}."
      })
  private @Nullable ForgeKind host;

  @Option(
      names = "--push-branch",
      paramLabel = "BRANCH",
      description = "The pull request's branch (default: levada/promote/NAME/PLACE).")
  private String branch = "";

  @Option(names = "--title", paramLabel = "TEXT", description = "Title of the pull request.")
  private String title = "";

  @Option(names = "--body", paramLabel = "TEXT", description = "Text of the pull request.")
  private String body = "";

  @Option(names = "--label", paramLabel = "LABEL", description = "Label it. Repeatable.")
  private List<String> labels = new ArrayList<>();

  @Option(names = "--reviewer", paramLabel = "USER", description = "Ask to review. Repeatable.")
  private List<String> reviewers = new ArrayList<>();

  @Option(names = "--draft", description = "Open it as a draft.")
  private boolean draft;

  boolean wanted() {
    return wanted;
  }

  Optional<ForgeKind> kind() {
    return Optional.ofNullable(host);
  }

  String branch(String usual) {
    return branch.isEmpty() ? usual : branch;
  }

  String title(String usual) {
    return title.isEmpty() ? usual : title;
  }

  String body(String usual) {
    return body.isEmpty() ? usual : body;
  }

  Proposal proposal() {
    return new Proposal(labels, reviewers, draft);
  }
}
