package dev.levada.testbed.program;

import java.nio.file.Path;
import java.util.List;

/// A program that comes from a tool module of its own: a server that tests run against, or an
/// oracle that writes golden files.
///
/// @param recipe how it is built
/// @param goPackage the package it is built from
/// @param server whether tests run it as a server; else it only writes golden files
public record StandaloneTool(Recipe recipe, String goPackage, boolean server) {

  /// A forge.
  public static final StandaloneTool GITEA =
      new StandaloneTool(
          Recipe.plain("gitea", "Gitea", "code.gitea.io/gitea", "some 5 minutes")
              .withC("sqlite", "sqlite_unlock_notify"),
          "code.gitea.io/gitea",
          true);

  /// A container registry.
  public static final StandaloneTool REGISTRY =
      new StandaloneTool(
          Recipe.plain(
              "registry",
              "the Distribution registry",
              "github.com/distribution/distribution/v3",
              "about 2 minutes"),
          "github.com/distribution/distribution/v3/cmd/registry",
          true);

  private static final StandaloneTool HELM =
      new StandaloneTool(
          Recipe.plain("helm", "Helm", "helm.sh/helm/v4", "about 2 minutes"),
          "helm.sh/helm/v4/cmd/helm",
          false);

  private static final StandaloneTool KUSTOMIZE =
      new StandaloneTool(
          Recipe.plain(
              "kustomize", "kustomize", "sigs.k8s.io/kustomize/kustomize/v5", "about a minute"),
          "sigs.k8s.io/kustomize/kustomize/v5",
          false);

  /// All of them.
  public static List<StandaloneTool> all() {
    return List.of(GITEA, REGISTRY, HELM, KUSTOMIZE);
  }

  /// The name of the program's file.
  public String file() {
    return recipe.name();
  }

  private GoProgram program() {
    return new GoProgram(file(), goPackage);
  }

  /// Finds the program; builds it where it is missing, and tells so.
  public Path find(ProgramSources sources) {
    return new ProgramCache(recipe, sources).find(List.of(program())).getFirst();
  }

  /// Folders of the program's source that it reads when it runs, kept beside it in the cache.
  public Path sourceFolders(ProgramSources sources, String... names) {
    return new ProgramCache(recipe, sources).sourceFolders(List.of(names));
  }
}
