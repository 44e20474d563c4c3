package dev.levada.fetch.forge;

import java.util.List;

/// What becomes of each pull request that somebody opens here. Every step can be taken again.
///
/// @param labels what it is labelled with
/// @param reviewers who is asked to review it when it is opened
/// @param draft whether it is opened as a draft
public record Proposal(List<String> labels, List<String> reviewers, boolean draft) {

  /// Takes copies.
  public Proposal {
    labels = List.copyOf(labels);
    reviewers = List.copyOf(reviewers);
  }

  /// Opens a pull request.
  ///
  /// @param head the branch it comes from
  /// @param base the branch it goes to
  /// @throws ForgeFailed where the host does not
  public PullRequest open(Forge forge, String head, String base, String title, String body) {
    PullRequest opened = forge.open(new NewPullRequest(head, base, title, body, draft));
    label(forge, opened.number());
    if (!reviewers.isEmpty()) {
      forge.requestReviews(opened.number(), reviewers);
    }
    return opened;
  }

  /// Brings an open one's words and labels up to date.
  ///
  /// @throws ForgeFailed where the host does not
  public PullRequest update(Forge forge, long number, String title, String body) {
    PullRequest updated = forge.update(number, title, body);
    label(forge, number);
    return updated;
  }

  private void label(Forge forge, long number) {
    if (!labels.isEmpty()) {
      forge.label(number, labels);
    }
  }
}
