package dev.levada.testbed.program;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Programs of one recipe in the cache `$XDG_CACHE_HOME/levada/FOLDER/VERSION-KEY`, built into it
/// where they are missing.
///
/// @param recipe how they are built
/// @param sources where they can come from
public record ProgramCache(Recipe recipe, ProgramSources sources) {

  /// The programs' files, in the order asked for; builds what is missing and tells so.
  public List<Path> find(List<GoProgram> programs) {
    Path folder = folder();
    List<Path> files =
        programs.stream().map(each -> folder.resolve(each.file()).toAbsolutePath()).toList();
    if (!files.stream().allMatch(Files::isExecutable)) {
      new ToolBuild(module(), folder, sources).build(programs);
    }
    return files;
  }

  /// The folder that holds exactly what the recipe's module builds now.
  public Path folder() {
    return sources
        .cacheHome()
        .resolve(Path.of("levada", recipe.cacheFolder(), module().cacheName()));
  }

  /// A copy of some folders of the pinned module's source, for a program that reads them when it
  /// runs.
  Path sourceFolders(List<String> names) {
    Path copy = folder().resolve("source");
    if (!Files.isDirectory(copy)) {
      Path source = GoCommand.find(sources.environment(), recipe).moduleFolder(module());
      new FolderCopy(source, names).to(copy);
    }
    return copy;
  }

  private ToolModule module() {
    return sources
        .module(recipe)
        .orElseThrow(() ->
            new TestbedFailure(
                "No programs of "
                    + recipe.title()
                    + ": this process runs outside a checkout of Levada (checks/controlplane/tools is"
                    + " not above it), so none can be built",
                "Run it inside the checkout, or set the system property levada.root to it"
                    + recipe.otherWay()
                    + "."));
  }
}
