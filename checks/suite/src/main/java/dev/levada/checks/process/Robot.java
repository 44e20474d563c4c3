package dev.levada.checks.process;

/// An ImageUpdateAutomation as users write it.
public final class Robot {

  /// The name that its commits carry.
  public static final String NAME = "robot";

  private Robot() {}

  /// One that sees to the folder of its own name.
  ///
  /// @param name its name
  /// @param repository the GitRepository whose files it edits, from `main` on
  /// @param branch where it pushes
  public static String automation(String name, String repository, String branch) {
    return """
    ---
    apiVersion: image.toolkit.fluxcd.io/v1
    kind: ImageUpdateAutomation
    metadata: {name: %1$s}
    spec:
      interval: 1h
      sourceRef: {kind: GitRepository, name: %2$s}
      update: {strategy: Setters, path: ./%1$s}
      git:
        checkout: {ref: {branch: main}}
        push: {branch: %3$s}
        commit: {author: {name: %4$s, email: robot@example.com}}
    """
        .formatted(name, repository, branch, NAME);
  }
}
