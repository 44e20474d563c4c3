package dev.levada.testbed.kubernetes;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a person typed after the launcher's name.
///
/// @param command the command
/// @param folder where the control plane keeps its data
/// @param detach whether it goes on after the command has returned
record LauncherArguments(Command command, Path folder, boolean detach) {

  private static final Path FOLDER = Path.of(".demo", "controlplane");

  /// The commands.
  enum Command {
    START,
    STOP,
    STATUS,
    KUBECONFIG,
    BUILD,
    HELP;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Command> of(String word) {
      return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
  }

  /// Reads the arguments; a failure names the one that is not understood.
  static LauncherArguments parse(String... arguments) {
    var rest = new ArrayDeque<>(List.of(arguments));
    if (rest.isEmpty() || rest.contains("--help") || rest.contains("-h")) {
      return new LauncherArguments(Command.HELP, FOLDER, false);
    }
    String word = rest.pop();
    Command command = Command.of(word).orElseThrow(() -> unknown("command " + word));
    Path folder = FOLDER;
    boolean detach = false;
    while (!rest.isEmpty()) {
      String option = rest.pop();
      if (option.equals("--folder") && !rest.isEmpty()) {
        folder = Path.of(rest.pop());
      } else if (option.equals("--detach") && command == Command.START) {
        detach = true;
      } else {
        throw unknown("option " + option + " of " + word);
      }
    }
    return new LauncherArguments(command, folder.toAbsolutePath().normalize(), detach);
  }

  private static ControlPlaneFailure unknown(String what) {
    return new ControlPlaneFailure(
        "The " + what + " is not known or not complete", "See --help for what there is.");
  }
}
