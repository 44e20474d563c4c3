package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.TestbedFailure;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a person typed after the launcher's name.
///
/// @param command the command
/// @param folder where the control plane keeps its data
/// @param detach whether it goes on after the command has returned
/// @param names the programs or sets of programs that the command is about
record LauncherArguments(Command command, Path folder, boolean detach, List<String> names) {

  private static final Path FOLDER = Path.of(".demo", "controlplane");

  /// The commands.
  enum Command {
    START,
    STOP,
    STATUS,
    KUBECONFIG,
    BUILD,
    WHICH,
    HELP;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private boolean takesNames() {
      return this == BUILD || this == WHICH;
    }

    private static Optional<Command> of(String word) {
      return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
  }

  /// Reads the arguments; a failure names the one that is not understood.
  static LauncherArguments parse(String... arguments) {
    var rest = new ArrayDeque<>(List.of(arguments));
    if (rest.isEmpty() || rest.contains("--help") || rest.contains("-h")) {
      return new LauncherArguments(Command.HELP, FOLDER, false, List.of());
    }
    String word = rest.pop();
    Command command = Command.of(word).orElseThrow(() -> unknown("command " + word));
    Path folder = FOLDER;
    boolean detach = false;
    var names = new ArrayList<String>();
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--folder" -> folder = Path.of(value(rest, option, word));
        case "--detach" -> detach = onlyOf(command == Command.START, option, word);
        default -> {
          onlyOf(command.takesNames() && !option.startsWith("-"), option, word);
          names.add(option);
        }
      }
    }
    if (command == Command.WHICH && names.size() != 1) {
      throw new TestbedFailure("`which` needs the name of one program", "Say `which kubectl`.");
    }
    return new LauncherArguments(
        command, folder.toAbsolutePath().normalize(), detach, List.copyOf(names));
  }

  private static String value(Deque<String> rest, String option, String word) {
    if (rest.isEmpty()) {
      throw unknown("option " + option + " of " + word);
    }
    return rest.pop();
  }

  private static boolean onlyOf(boolean fits, String option, String word) {
    if (!fits) {
      throw unknown("option " + option + " of " + word);
    }
    return true;
  }

  private static TestbedFailure unknown(String what) {
    return new TestbedFailure(
        "The " + what + " is not known or not complete", "See --help for what there is.");
  }
}
