package dev.levada.cli.read;

import picocli.CommandLine.Parameters;

/// The argument that leaves one object of a list.
final class OnlyName {

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Only this one.")
  private String name = "";

  /// Empty for all.
  String name() {
    return name;
  }
}
