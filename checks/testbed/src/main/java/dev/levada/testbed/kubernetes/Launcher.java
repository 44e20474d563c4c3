package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.DataFolder;
import dev.levada.testbed.program.ProgramSources;
import dev.levada.testbed.program.TestbedFailure;
import dev.levada.testbed.program.Waiting;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Runs a control plane from a shell; `--help` says how.
public final class Launcher {

  private static final String HELP =
      """
      Runs a real Kubernetes control plane on this machine, without containers.

      Usage: launcher COMMAND [--folder FOLDER]

        start [--detach]  start it; without --detach it runs until Ctrl-C and then nothing is left running
        stop              end one that was started with --detach, or in another shell
        status            what runs, with process ids and the URL
        kubeconfig        print the path of the administrator's kubeconfig
        build [SET…]      build or find programs, and print where they are; a SET is kubernetes, gitea, registry (these three where
                          none is named: what the tests need), helm or kustomize
        which PROGRAM     print where one program is, such as kubectl, helm or kustomize; builds it where it is missing

      --folder FOLDER     where it keeps data and logs (.demo/controlplane); a later start goes on from there

      The first build takes about 5 minutes and needs Go; KUBEBUILDER_ASSETS may name a folder that holds the programs.

        export KUBECONFIG=$(launcher kubeconfig)
      """;

  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final PrintStream out;
  private final PrintStream err;

  Launcher(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /// Runs one command. Exit code 0: done; 1: it failed, or nothing runs; 2: the arguments are
  /// wrong.
  public static void main(String[] arguments) {
    int code = new Launcher(System.out, System.err).run(arguments);
    System.exit(code);
  }

  int run(String... arguments) {
    LauncherArguments parsed;
    try {
      parsed = LauncherArguments.parse(arguments);
    } catch (TestbedFailure wrong) {
      err.println(wrong.getMessage());
      return 2;
    }
    try {
      return run(parsed);
    } catch (TestbedFailure failure) {
      err.println(failure.getMessage());
      return 1;
    }
  }

  private int run(LauncherArguments arguments) {
    Path folder = arguments.folder();
    return switch (arguments.command()) {
      case START -> arguments.detach() ? startDetached(folder) : startHere(folder);
      case STOP -> stop(folder);
      case STATUS -> status(folder);
      case KUBECONFIG -> kubeconfig(folder);
      case BUILD -> build(arguments.names());
      case WHICH -> which(arguments.names().getFirst());
      case HELP -> help();
    };
  }

  private int startHere(Path folder) {
    if (!DataFolder.inUse(folder)) {
      RunningState.clear(folder);
    }
    try (var plane = ControlPlane.start(Settings.standard().in(folder))) {
      var state = RunningState.of(plane);
      state.write(folder);
      print(state);
      out.println("Ctrl-C ends it.");
      awaitInterrupt();
    }
    return 0;
  }

  /// The control plane's shutdown hook ends it when this process is told to end.
  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private int startDetached(Path folder) {
    if (DataFolder.inUse(folder)) {
      throw new TestbedFailure(
          "A control plane runs in " + folder + " already", "Use it, or stop it first.");
    }
    RunningState.clear(folder);
    // A build tells its progress here, where somebody reads it.
    Binaries.find();
    print(new DetachedLauncher(folder).start());
    return 0;
  }

  private int stop(Path folder) {
    var state = RunningState.read(folder);
    if (state.isEmpty()) {
      return nothingRuns(folder);
    }
    ProcessHandle.of(state.get().launcher()).ifPresent(ProcessHandle::destroy);
    if (!new Waiting(STOP_LIMIT).until(() -> !DataFolder.inUse(folder))) {
      throw new TestbedFailure(
          "The control plane in "
              + folder
              + " does not end within "
              + STOP_LIMIT.toSeconds()
              + " s",
          "Kill its launcher: kill -9 " + state.get().launcher() + " (its components go with it).");
    }
    out.println("Stopped the control plane in " + folder);
    return 0;
  }

  private int status(Path folder) {
    var state = RunningState.read(folder);
    if (state.isEmpty()) {
      return nothingRuns(folder);
    }
    print(state.get());
    return 0;
  }

  private int kubeconfig(Path folder) {
    var state = RunningState.read(folder);
    if (state.isEmpty()) {
      return nothingRuns(folder);
    }
    out.println(state.get().kubeconfig());
    return 0;
  }

  private int nothingRuns(Path folder) {
    err.println(
        "No control plane runs in " + folder + ". Start one with: start --folder " + folder);
    return 1;
  }

  private int build(List<String> sets) {
    new Programs(ProgramSources.ofThisProcess()).build(sets).forEach(out::println);
    return 0;
  }

  private int which(String program) {
    out.println(new Programs(ProgramSources.ofThisProcess()).which(program));
    return 0;
  }

  private int help() {
    out.print(HELP);
    return 0;
  }

  private void print(RunningState state) {
    out.println("server      " + state.server());
    out.println("kubeconfig  " + state.kubeconfig());
    out.println("launcher    process " + state.launcher());
    state
        .components()
        .forEach((tool, pid) ->
            out.println(
                "%-24s%s"
                    .formatted(
                        tool.file(),
                        ProcessHandle.of(pid).isPresent()
                            ? "process " + pid
                            : "ended (was process " + pid + "); see " + tool.file() + ".log")));
  }
}
