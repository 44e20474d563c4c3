package dev.levada.operator.pullrequest;

import dev.levada.api.ImageUpdateAutomation;
import dev.levada.api.PullRequestPolicy;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.message.CommitTemplate;
import dev.levada.core.message.UnusableTemplate;
import dev.levada.core.pullrequest.RequestText;
import dev.levada.operator.update.BranchChanges.Brought;
import java.time.Instant;
import java.util.Map;

/// What a pull request says: as the policy has it, else the usual.
///
/// @param title its title, one line
/// @param body its text
record RequestWords(String title, String body) {

  /// @throws FailureException where a template cannot be used
  static RequestWords of(
      PullRequestPolicy policy, ImageUpdateAutomation automation, Brought brought, Instant now) {
    var usual = new RequestText(brought.images(), brought.changes());
    Map<String, String> values =
        automation.spec().git().mappingAt("commit", "messageTemplateValues").texts();
    var subject =
        new CommitTemplate.Subject(
            automation.metadata().namespace(),
            automation.metadata().name(),
            brought.changes(),
            values,
            now);
    String title = policy.spec().words().title();
    String body = policy.spec().words().body();
    try {
      return new RequestWords(
          title.isEmpty() ? usual.title() : oneLine(render("title", title, subject)),
          body.isEmpty() ? usual.body() : render("body", body, subject));
    } catch (UnusableTemplate broken) {
      throw FailureException.stalled(
          broken.isRemovedField() ? Reason.REMOVED_TEMPLATE_FIELD : Reason.UPDATE_FAILED,
          String.valueOf(broken.getMessage()),
          "");
    }
  }

  private static String render(String field, String text, CommitTemplate.Subject subject) {
    return CommitTemplate.parse(text, "pull request's " + field).render(subject);
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
