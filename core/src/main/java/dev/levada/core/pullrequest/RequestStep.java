package dev.levada.core.pullrequest;

/// What is done about a pull request.
public sealed interface RequestStep {

  /// There is nothing to propose.
  record Nothing() implements RequestStep {}

  /// One is opened.
  record Open() implements RequestStep {}

  /// Nothing can be opened or merged as long as the branch with the images is not there.
  record AwaitBranch() implements RequestStep {}

  /// One is to be opened, but too many are open.
  ///
  /// @param most how many may be open at once
  record Wait(long most) implements RequestStep {}

  /// The open one is told anew: it brings other images, or its words have changed.
  ///
  /// @param number which one
  record Update(long number) implements RequestStep {}

  /// The open one stays as it is.
  ///
  /// @param number which one
  record Keep(long number) implements RequestStep {}

  /// The open one is closed: the base has all that it brings.
  ///
  /// @param number which one
  record Close(long number) implements RequestStep {}

  /// A person has decided against these images; it is left at that until there are others.
  ///
  /// @param number the pull request that was closed
  /// @param merged whether it was merged and taken back, rather than closed
  record Respect(long number, boolean merged) implements RequestStep {}

  /// It is merged, and the base has all that it brings.
  ///
  /// @param number which one
  record Merged(long number) implements RequestStep {}
}
