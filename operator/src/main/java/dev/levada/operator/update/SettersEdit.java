package dev.levada.operator.update;

import dev.levada.api.ImageUpdateAutomation;
import dev.levada.core.edit.Edits;
import dev.levada.core.edit.Problem;
import dev.levada.core.edit.Setters;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.message.CommitTemplate;
import dev.levada.core.message.UnusableTemplate;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import dev.levada.core.tree.UnsafePath;
import dev.levada.fetch.git.GitEdit;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// Sets the marked values of a repository's files, and says so in the commit's message.
final class SettersEdit implements GitEdit {

  private final ImageUpdateAutomation automation;
  private final Setters setters;
  private final CommitTemplate template;
  private final TreePath folder;
  private final Clock clock;
  private final AtomicReference<List<Problem>> problems = new AtomicReference<>(List.of());

  /// @throws FailureException where the automation's path or template cannot be used
  SettersEdit(ImageUpdateAutomation automation, PolicyChoices choices, Clock clock) {
    this.automation = automation;
    this.setters = new Setters(choices.bySetter(automation.metadata().namespace()));
    this.clock = clock;
    try {
      this.folder = TreePath.ROOT.resolve(automation.spec().path());
      this.template =
          CommitTemplate.parse(automation.spec().git().textAt("commit", "messageTemplate"));
    } catch (UnsafePath broken) {
      throw stalled(Reason.UPDATE_FAILED, "spec.update.path: " + broken.getMessage());
    } catch (UnusableTemplate broken) {
      throw unusable(broken);
    }
  }

  @Override
  public Proposal propose(Tree files) {
    if (files.entry(folder) instanceof Tree.Entry.Absent) {
      throw FailureException.retrying(
          Reason.UPDATE_FAILED,
          "the folder '" + automation.spec().path() + "' is not in the repository",
          "Correct spec.update.path, or commit the folder");
    }
    Edits edits = setters.apply(files, folder);
    problems.set(edits.problems());
    return new Proposal(edits.files(), edits.isEmpty() ? "" : message(edits));
  }

  private String message(Edits edits) {
    try {
      return template.render(
          new CommitTemplate.Subject(
              automation.metadata().namespace(),
              automation.metadata().name(),
              edits.changes(),
              automation.spec().git().mappingAt("commit", "messageTemplateValues").texts(),
              clock.instant()));
    } catch (UnusableTemplate broken) {
      throw unusable(broken);
    }
  }

  /// The places that could not be edited the last time.
  List<Problem> problems() {
    return problems.get();
  }

  private static FailureException unusable(UnusableTemplate broken) {
    return stalled(
        broken.isRemovedField() ? Reason.REMOVED_TEMPLATE_FIELD : Reason.UPDATE_FAILED,
        String.valueOf(broken.getMessage()));
  }

  private static FailureException stalled(Reason reason, String message) {
    return FailureException.stalled(reason, message, "");
  }
}
