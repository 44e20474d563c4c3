package dev.levada.testbed.program;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The `go` command on the search path.
///
/// @param program its file
/// @param environment the variables that it is run with
record GoCommand(Path program, Map<String, String> environment) {

  private static final Pattern VERSION = Pattern.compile("go version go(\\d+)\\.(\\d+)");

  /// The first Go that fetches a newer one by itself where a module asks for it.
  private static final int OLDEST_MINOR = 21;

  /// Finds Go on the search path that the environment gives.
  static GoCommand find(Map<String, String> environment, Recipe recipe) {
    String path = environment.getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path program = Path.of(folder).resolve("go");
      if (!folder.isEmpty() && Files.isExecutable(program)) {
        return new GoCommand(program, environment);
      }
    }
    throw new TestbedFailure(
        recipe.title()
            + " cannot be built: there is no `go` on the search path (PATH="
            + path
            + ")",
        "Install Go from https://go.dev/dl and put it on PATH" + recipe.otherWay() + ".");
  }

  /// Refuses a Go that can neither build the module nor fetch a Go that can.
  void requireModern(ToolModule module) {
    String version = version();
    var matcher = VERSION.matcher(version);
    boolean modern =
        matcher.find()
            && (Integer.parseInt(matcher.group(1)) > 1
                || Integer.parseInt(matcher.group(2)) >= OLDEST_MINOR);
    if (!modern) {
      throw GoFailure.tooOld(module, program + " says `" + version.strip() + "`");
    }
  }

  private Map<String, String> variables(ToolModule module) {
    var variables = new HashMap<>(environment);
    variables.put("CGO_ENABLED", module.recipe().needsC() ? "1" : "0");
    // What a user has set for other modules must not reach into this one.
    variables.put("GOFLAGS", "");
    variables.put("GOWORK", "off");
    return variables;
  }

  /// Where Go keeps the source of the module's pinned part; it is there after a build.
  Path moduleFolder(ToolModule module) {
    var arguments = List.of("list", "-m", "-f", "{{.Dir}}", module.recipe().pinned());
    var builder = prepare(arguments, variables(module)).directory(module.folder().toFile());
    String said = output(builder);
    Path folder = Path.of(said.strip());
    if (!Files.isDirectory(folder)) {
      throw new TestbedFailure(
          "The source of " + module.recipe().pinned() + " is not where Go says it is: " + said,
          "Run `go mod download " + module.recipe().pinned() + "` in " + module.folder() + ".");
    }
    return folder;
  }

  private String version() {
    var variables = new HashMap<>(environment);
    variables.put("GOTOOLCHAIN", "local");
    return output(prepare(List.of("version"), variables));
  }

  private ProcessBuilder prepare(List<String> arguments, Map<String, String> variables) {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(variables);
    return builder;
  }

  private String output(ProcessBuilder builder) {
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return said;
    } catch (IOException broken) {
      throw new TestbedFailure(
          program + " cannot be run: " + broken, "Repair the installation of Go.", broken);
    } catch (InterruptedException interrupted) {
      throw TestbedFailure.interrupted(String.join(" ", builder.command()), interrupted);
    }
  }

  /// Starts a build of one tool.
  ///
  /// @param output the file to build
  /// @param log where Go's messages go
  Child build(ToolModule module, GoProgram tool, Path output, Path log) {
    var command = new ArrayList<>(List.of(program.toString(), "build"));
    command.addAll(module.buildFlags());
    command.addAll(List.of("-o", output.toString(), tool.goPackage()));
    return Child.start("go build " + tool.file(), command, module.folder(), variables(module), log);
  }
}
