package dev.levada.cli.change;

import picocli.CommandLine.Option;

/// Whether a command waits for what it has brought about.
final class Waiting {

  @Option(names = "--no-wait", description = "Do not wait until it is ready.")
  private boolean not;

  boolean isWanted() {
    return !not;
  }
}
