package dev.levada.operator.pullrequest;

import dev.levada.api.PullRequestPolicy;
import dev.levada.fetch.forge.Forge;
import dev.levada.fetch.forge.Proposal;
import dev.levada.fetch.forge.PullRequest;
import dev.levada.operator.update.BranchChanges.Brought;

/// Takes the steps at the host. Each can be taken again after a crash.
///
/// @param forge the host
/// @param words what the policy says of pull requests
record RequestHand(Forge forge, PullRequestPolicy.Words words) {

  PullRequest open(Brought brought, RequestWords told) {
    return proposal().open(forge, brought.head(), brought.base(), told.title(), told.body());
  }

  PullRequest update(long number, RequestWords told) {
    return proposal().update(forge, number, told.title(), told.body());
  }

  PullRequest close(long number, String base) {
    forge.comment(number, "`" + base + "` has all that this brings.");
    forge.close(number);
    return forge.get(number);
  }

  private Proposal proposal() {
    return new Proposal(words.labels(), words.reviewers(), words.draft());
  }
}
