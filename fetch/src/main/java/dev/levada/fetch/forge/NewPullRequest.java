package dev.levada.fetch.forge;

/// A pull request to be opened.
///
/// @param head the branch it comes from
/// @param base the branch it goes to
/// @param title the title
/// @param body the text
/// @param draft whether it is not meant to be merged yet
public record NewPullRequest(String head, String base, String title, String body, boolean draft) {}
