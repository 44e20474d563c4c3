package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.Child;
import dev.levada.testbed.program.DataFolder;
import dev.levada.testbed.program.LogTail;
import dev.levada.testbed.program.TestbedFailure;
import dev.levada.testbed.program.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The running components of one control plane, in the order of their start.
final class Components implements AutoCloseable {

  /// How long a start may take before a word about it.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration GRACE = Duration.ofSeconds(10);

  private final DataFolder folder;
  private final Duration startLimit;
  private final Map<Tool, Child> children = new LinkedHashMap<>();

  /// @param folder where logs go
  /// @param startLimit how long a component may take until it is ready
  Components(DataFolder folder, Duration startLimit) {
    this.folder = folder;
    this.startLimit = startLimit;
  }

  /// Starts a component that does not run.
  synchronized void start(Tool tool, List<String> command) {
    if (runs(tool)) {
      throw new TestbedFailure(tool.file() + " runs already", "Stop it first.");
    }
    var child = Child.start(tool.file(), command, folder.path(), System.getenv(), log(tool));
    children.put(tool, child);
  }

  /// Waits until the component is ready; fails as soon as it ends before, with the end of its log.
  void awaitReady(Tool tool, String what, BooleanSupplier ready) {
    Child child = child(tool);
    BooleanSupplier over = () -> !child.alive() || ready.getAsBoolean();
    Duration quiet = startLimit.compareTo(PATIENCE) < 0 ? startLimit : PATIENCE;
    Duration rest = startLimit.minus(quiet);
    boolean reached = new Waiting(quiet).until(over);
    if (!reached && rest.isPositive()) {
      System.err.printf(
          "control plane: waiting, at most %d s more, until %s (log: %s)%n",
          rest.toSeconds(), what, child.log());
      reached = new Waiting(rest).until(over);
    }
    if (!child.alive()) {
      throw new TestbedFailure(
          child.obituary() + "The control plane needs it until " + what,
          "Mend what the log names, then start again.");
    }
    if (!reached) {
      throw new TestbedFailure(
          "Not reached within %d s: %s; the end of %s:%n%s%n"
              .formatted(startLimit.toSeconds(), what, child.log(), LogTail.of(child.log())),
          "Look whether the machine is overloaded; give the settings a longer startLimit where it is.");
    }
  }

  /// The log of a component, also of one that does not run.
  Path log(Tool tool) {
    return folder.file(tool.file() + ".log");
  }

  synchronized boolean runs(Tool tool) {
    return Optional.ofNullable(children.get(tool)).filter(Child::alive).isPresent();
  }

  /// The process ids of what runs.
  synchronized Map<Tool, Long> pids() {
    var pids = new LinkedHashMap<Tool, Long>();
    children.forEach((tool, child) -> pids.put(tool, child.pid()));
    pids.keySet().removeIf(tool -> !runs(tool));
    return pids;
  }

  void signal(Tool tool, String signal) {
    child(tool).signal(signal);
  }

  /// Kills a component and waits until it is gone.
  void kill(Tool tool) {
    child(tool).close();
  }

  private synchronized Child child(Tool tool) {
    Child child = children.get(tool);
    if (child == null) {
      throw new TestbedFailure(
          "This control plane has no " + tool.file(), "Do not leave it out of the settings.");
    }
    return child;
  }

  /// Ends everything, last started first. Data that stays is etcd's: it may close it in order.
  @Override
  public synchronized void close() {
    for (var entry : List.copyOf(children.entrySet()).reversed()) {
      if (entry.getKey() == Tool.ETCD && !folder.temporary()) {
        entry.getValue().stop(GRACE);
      } else {
        entry.getValue().close();
      }
    }
  }
}
