package dev.levada.operator.pullrequest;

import dev.levada.api.PullRequestPolicy;
import dev.levada.fetch.forge.Forge;
import dev.levada.fetch.forge.NewPullRequest;
import dev.levada.fetch.forge.PullRequest;
import dev.levada.operator.update.BranchChanges.Brought;

/// Takes the steps at the host. Each can be taken again after a crash.
///
/// @param forge the host
/// @param words what the policy says of pull requests
record RequestHand(Forge forge, PullRequestPolicy.Words words) {

  PullRequest open(Brought brought, RequestWords told) {
    PullRequest opened =
        forge.open(
            new NewPullRequest(
                brought.head(), brought.base(), told.title(), told.body(), words.draft()));
    label(opened.number());
    if (!words.reviewers().isEmpty()) {
      forge.requestReviews(opened.number(), words.reviewers());
    }
    return opened;
  }

  PullRequest update(long number, RequestWords told) {
    PullRequest updated = forge.update(number, told.title(), told.body());
    label(number);
    return updated;
  }

  PullRequest close(long number, String base) {
    forge.comment(number, "`" + base + "` has all that this brings.");
    forge.close(number);
    return forge.get(number);
  }

  private void label(long number) {
    if (!words.labels().isEmpty()) {
      forge.label(number, words.labels());
    }
  }
}
