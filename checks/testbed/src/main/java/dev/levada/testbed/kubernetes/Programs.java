package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.ProgramSources;
import dev.levada.testbed.program.StandaloneTool;
import dev.levada.testbed.program.TestbedFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The programs that a person can ask for by name.
///
/// @param sources where they can come from
record Programs(ProgramSources sources) {

  private static final String KUBERNETES = "kubernetes";

  /// Finds or builds whole sets of programs; those that tests need where none is named.
  List<Path> build(List<String> sets) {
    var files = new ArrayList<Path>();
    for (String set : sets.isEmpty() ? servers() : sets) {
      if (set.equals(KUBERNETES)) {
        var binaries = Binaries.find(sources);
        Arrays.stream(Tool.values()).map(binaries::path).forEach(files::add);
      } else {
        files.add(standalone(set).orElseThrow(() -> unknown("set " + set)).find(sources));
      }
    }
    return files;
  }

  /// Finds or builds one program.
  Path which(String program) {
    Optional<Tool> part =
        Arrays.stream(Tool.values()).filter(tool -> tool.file().equals(program)).findFirst();
    return part.map(tool -> Binaries.find(List.of(tool), sources).path(tool))
        .or(() -> standalone(program).map(tool -> tool.find(sources)))
        .orElseThrow(() -> unknown("program " + program));
  }

  private static List<String> servers() {
    Stream<String> others =
        StandaloneTool.all().stream().filter(StandaloneTool::server).map(StandaloneTool::file);
    return Stream.concat(Stream.of(KUBERNETES), others).toList();
  }

  private static Optional<StandaloneTool> standalone(String name) {
    return StandaloneTool.all().stream().filter(tool -> tool.file().equals(name)).findFirst();
  }

  private static TestbedFailure unknown(String what) {
    return new TestbedFailure("There is no " + what, "See --help for what there is.");
  }
}
