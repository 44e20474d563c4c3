package dev.levada.fetch.forge;

/// A pull request (or merge request).
///
/// @param number its number in the repository
/// @param url its page
/// @param title the title
/// @param body the text
/// @param head the branch it comes from
/// @param base the branch it goes to
/// @param commit the head's commit
/// @param state whether it is open
/// @param draft whether it is not meant to be merged yet
public record PullRequest(
    long number,
    String url,
    String title,
    String body,
    String head,
    String base,
    String commit,
    State state,
    boolean draft) {

  /// What became of it.
  public enum State {
    OPEN,
    CLOSED,
    MERGED
  }
}
