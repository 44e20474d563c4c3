package dev.levada.core.kustomize;

import dev.levada.core.tree.Tree;
import java.util.List;

/// Reads what a kustomization takes in: files, other kustomizations, components.
///
/// @param folder the kustomization's folder
/// @param into where everything goes
record Inputs(Folder folder, Accumulator into) {

  private static final String PREFIX = "accumulating resources: ";

  /// An entry of `resources`: tried as a file first, then as a folder or repository.
  void resource(String path) {
    if (Folder.isFileAddress(path) || folder.entry(path) instanceof Tree.Entry.File) {
      file(path);
    } else {
      base(path, fileFailure(path));
    }
  }

  private void file(String path) {
    List<Resource> read;
    try {
      byte[] text = folder.file(path);
      read = parsed(text, path);
      if (read.size() > 1) {
        read.forEach(new ResourceList()::append);
      }
      read.forEach(resource -> into.whole().provenance().read(resource, folder.locate(path)));
    } catch (NotAFile e) {
      throw e.failure;
    } catch (BuildFailed e) {
      if (Folder.isFileAddress(path) && RepositoryAddress.parse(path).isPresent()) {
        base(path, "accumulating resources from '" + path + "': " + e.getMessage());
        return;
      }
      throw alsoNoFolder("accumulating resources from '" + path + "': ", e, path);
    }
    read.forEach(resource -> into.whole().schemas().meet(resource.type()));
    try {
      read.forEach(into.resources()::append);
    } catch (BuildFailed e) {
      throw alsoNoFolder("merging resources from '" + path + "': ", e, path);
    }
  }

  /// A file that was read but holds no objects is not tried as a folder.
  private static final class NotAFile extends RuntimeException {

    private final BuildFailed failure;

    NotAFile(BuildFailed failure) {
      super(failure);
      this.failure = failure;
    }
  }

  private static List<Resource> parsed(byte[] text, String path) {
    try {
      return ResourceReader.read(text, path);
    } catch (BuildFailed e) {
      if (String.valueOf(e.getMessage()).startsWith("MalformedYAMLError")) {
        throw new NotAFile(e.within(PREFIX + "accumulating resources from '" + path + "': "));
      }
      throw e;
    }
  }

  private BuildFailed alsoNoFolder(String doing, BuildFailed cause, String path) {
    return new BuildFailed(
        PREFIX
            + "accumulation err='"
            + doing
            + cause.getMessage()
            + "': must build at directory: "
            + "'"
            + folder.shown(path)
            + "': file is not directory",
        cause.fix());
  }

  private String fileFailure(String path) {
    String prefix = "accumulating resources from '" + path + "': ";
    return folder.entry(path) instanceof Tree.Entry.Folder
        ? prefix + "'" + folder.shown(path) + "' must resolve to a file"
        : prefix + folder.missing(path);
  }

  private void base(String path, String fileFailure) {
    try {
      Folder opened = folder.open(path);
      Accumulator below = into.fresh();
      FolderBuild build = target(opened, below);
      if (build.kustomization().isComponent()) {
        throw new BuildFailed(
            "expected kind != 'Component' for path '" + opened.shown() + "'",
            "List it under 'components', not under 'resources'");
      }
      try {
        build.run();
      } catch (BuildFailed e) {
        throw e.within("recursed accumulation of path '" + opened.shown() + "': ");
      }
      merge(opened, below);
    } catch (BuildFailed e) {
      throw e.within(PREFIX + "accumulation err='" + fileFailure + "': ");
    }
  }

  private void merge(Folder opened, Accumulator below) {
    try {
      into.absorb(below);
    } catch (BuildFailed e) {
      throw e.within("recursed merging from path '" + opened.shown() + "': ");
    }
  }

  private static FolderBuild target(Folder opened, Accumulator into) {
    try {
      return FolderBuild.of(opened, into);
    } catch (BuildFailed e) {
      throw e.within("couldn't make target for path '" + opened.shown() + "': ");
    }
  }

  /// An entry of `components`.
  void component(String path) {
    try {
      Folder opened = opened(path);
      FolderBuild build = componentTarget(opened);
      if (!build.kustomization().isComponent()) {
        throw quoted(
            "expected kind 'Component' for path '" + opened.shown() + "' but got 'Kustomization'",
            "List it under 'resources', not under 'components'");
      }
      runComponent(opened, build);
    } catch (BuildFailed e) {
      throw e.within("accumulating components: ");
    }
  }

  private Folder opened(String path) {
    try {
      return folder.open(path);
    } catch (BuildFailed e) {
      throw new BuildFailed("loader.New " + GoJson.string(String.valueOf(e.getMessage())), e.fix());
    }
  }

  private FolderBuild componentTarget(Folder opened) {
    try {
      return target(opened, into);
    } catch (BuildFailed e) {
      throw quoted(String.valueOf(e.getMessage()), e.fix());
    }
  }

  private static void runComponent(Folder opened, FolderBuild build) {
    try {
      build.run();
    } catch (BuildFailed e) {
      throw quoted(
          "recursed accumulation of path '" + opened.shown() + "': " + e.getMessage(), e.fix());
    }
    try {
      build.result().resources().requireDistinct();
    } catch (BuildFailed e) {
      throw quoted(
          "recursed merging from path '" + opened.shown() + "': " + e.getMessage(), e.fix());
    }
  }

  private static BuildFailed quoted(String message, String fix) {
    return new BuildFailed("accumulateDirectory: " + GoJson.string(message), fix);
  }
}
