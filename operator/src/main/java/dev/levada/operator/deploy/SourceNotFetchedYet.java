package dev.levada.operator.deploy;

/// The source has an artifact, but this process has not fetched it yet (it has just started): there
/// is nothing to report, and the shelf calls when it is there.
final class SourceNotFetchedYet extends RuntimeException {

  SourceNotFetchedYet(String source) {
    super(source + " is not fetched yet", null, false, false);
  }
}
