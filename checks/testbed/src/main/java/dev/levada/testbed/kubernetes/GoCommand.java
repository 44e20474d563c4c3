package dev.levada.testbed.kubernetes;

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
  static GoCommand find(Map<String, String> environment) {
    String path = environment.getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path program = Path.of(folder).resolve("go");
      if (!folder.isEmpty() && Files.isExecutable(program)) {
        return new GoCommand(program, environment);
      }
    }
    throw new ControlPlaneFailure(
        "Kubernetes cannot be built: there is no `go` on the search path (PATH=" + path + ")",
        "Install Go from https://go.dev/dl and put it on PATH, or let KUBEBUILDER_ASSETS name a folder that holds the programs.");
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

  private String version() {
    try {
      var builder = new ProcessBuilder(program.toString(), "version").redirectErrorStream(true);
      builder.environment().clear();
      builder.environment().putAll(environment);
      builder.environment().put("GOTOOLCHAIN", "local");
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return said;
    } catch (IOException broken) {
      throw new ControlPlaneFailure(
          program + " cannot be run: " + broken, "Repair the installation of Go.", broken);
    } catch (InterruptedException interrupted) {
      throw ControlPlaneFailure.interrupted(program + " version", interrupted);
    }
  }

  /// Starts a build of one tool.
  ///
  /// @param output the file to build
  /// @param log where Go's messages go
  Child build(ToolModule module, Tool tool, Path output, Path log) {
    var command = new ArrayList<>(List.of(program.toString(), "build"));
    command.addAll(module.buildFlags());
    command.addAll(List.of("-o", output.toString(), tool.goPackage()));
    var variables = new HashMap<>(environment);
    variables.put("CGO_ENABLED", "0");
    // What a user has set for other modules must not reach into this one.
    variables.put("GOFLAGS", "");
    variables.put("GOWORK", "off");
    return Child.start("go build " + tool.file(), command, module.folder(), variables, log);
  }
}
