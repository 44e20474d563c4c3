package dev.levada.cli.change;

import dev.levada.cli.surroundings.ClusterOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The one object that a command is for, and where it is.
final class NamedObject {

  @Mixin private final ClusterOptions where = new ClusterOptions();

  @Parameters(paramLabel = "NAME", description = "Which one.")
  private String name = "";

  ClusterOptions where() {
    return where;
  }

  String name() {
    return name;
  }
}
