package dev.levada.cli.read;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of every command that shows a list.
final class ListOptions {

  @Option(
      names = {"-A", "--all-namespaces"},
      description = "Look in all namespaces.")
  private boolean allNamespaces;

  @Option(
      names = {"-l", "--label-selector"},
      paramLabel = "SELECTOR",
      defaultValue = "",
      description = "Only objects with such labels, such as team=shop,tier!=web.")
  private String labelSelector = "";

  @Option(
      names = "--status-selector",
      paramLabel = "CONDITION",
      converter = StatusSelector.Reader.class,
      description = "Only objects with such a condition: ready=false, healthy!=true.")
  private @Nullable StatusSelector statusSelector;

  @Option(
      names = {"-w", "--watch"},
      description = "Go on and print what changes, until --timeout or Ctrl-C.")
  private boolean watch;

  @Option(names = "--no-header", description = "No line with the columns' names.")
  private boolean noHeader;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES} (default: table).")
  private Output output = Output.TABLE;

  boolean allNamespaces() {
    return allNamespaces;
  }

  String labelSelector() {
    return labelSelector;
  }

  Optional<StatusSelector> statusSelector() {
    return Optional.ofNullable(statusSelector);
  }

  boolean watch() {
    return watch;
  }

  boolean noHeader() {
    return noHeader;
  }

  Output output() {
    return output;
  }
}
