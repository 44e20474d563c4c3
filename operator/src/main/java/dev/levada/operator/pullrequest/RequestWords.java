package dev.levada.operator.pullrequest;

import dev.levada.api.ImageUpdateAutomation;
import dev.levada.api.PullRequestPolicy;
import dev.levada.core.edit.Change;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.message.CommitTemplate;
import dev.levada.core.message.UnusableTemplate;
import dev.levada.core.pullrequest.RequestText;
import dev.levada.core.tree.TreePath;
import dev.levada.operator.update.BranchChanges.Brought;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a pull request says: as the policy has it, else the usual.
///
/// @param title its title, one line
/// @param body its text
record RequestWords(String title, String body) {

  private static final String USUAL_BRANCH = "{{ .Branch }}-{{ .Policy }}";

  /// Writes the words of a policy's pull requests.
  ///
  /// @param policy what the user wants
  /// @param automation whose images they bring
  /// @param readers tells which Kustomizations read what is changed
  /// @param now the time
  record Writer(
      PullRequestPolicy policy,
      ImageUpdateAutomation automation,
      FileReaders readers,
      Instant now) {

    /// @throws FailureException where a template cannot be used
    RequestWords write(RequestSlot slot) {
      Brought brought = slot.brought();
      List<String> fed = fed(brought.changes());
      var usual = new RequestText(brought.images(), brought.changes(), fed);
      var fields =
          Map.of(
              "Policy", slot.policy(), "Branch", brought.head(), "Feeds", String.join(", ", fed));
      var texts = new Texts(subject(automation, brought.changes(), now), fields);
      String title = policy.spec().words().title();
      String body = policy.spec().words().body();
      return new RequestWords(
          title.isEmpty() ? usual.title() : oneLine(texts.render("title", title)),
          body.isEmpty() ? usual.body() : texts.render("body", body));
    }

    private List<String> fed(List<Change> changes) {
      Set<TreePath> files = changes.stream().map(Change::file).collect(Collectors.toSet());
      return files.isEmpty() ? List.of() : readers.of(automation.spec().source(), files);
    }
  }

  /// The branch of one ImagePolicy. Its template sees nothing that changes with the image: the next
  /// image goes to the same branch.
  ///
  /// @param pushed the branch that the automation pushes
  /// @throws FailureException where the template cannot be used
  static String branch(
      PullRequestPolicy policy,
      ImageUpdateAutomation automation,
      String name,
      String pushed,
      Instant now) {
    String template = policy.spec().grouping().branch();
    var texts =
        new Texts(subject(automation, List.of(), now), Map.of("Policy", name, "Branch", pushed));
    return oneLine(texts.render("branch", template.isEmpty() ? USUAL_BRANCH : template));
  }

  private static CommitTemplate.Subject subject(
      ImageUpdateAutomation automation, List<Change> changes, Instant now) {
    return new CommitTemplate.Subject(
        automation.metadata().namespace(),
        automation.metadata().name(),
        changes,
        automation.spec().git().mappingAt("commit", "messageTemplateValues").texts(),
        now);
  }

  /// Renders the texts of one pull request.
  private record Texts(CommitTemplate.Subject subject, Map<String, String> fields) {

    String render(String field, String text) {
      try {
        return CommitTemplate.parse(text, "pull request's " + field).render(subject, fields);
      } catch (UnusableTemplate broken) {
        throw FailureException.stalled(
            broken.isRemovedField() ? Reason.REMOVED_TEMPLATE_FIELD : Reason.UPDATE_FAILED,
            String.valueOf(broken.getMessage()),
            "");
      }
    }
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
