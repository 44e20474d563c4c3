package dev.levada.core.render;

import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.kustomize.Build;
import dev.levada.core.kustomize.BuildFailed;
import dev.levada.core.kustomize.BuildOptions;
import dev.levada.core.kustomize.Kustomizer;
import dev.levada.core.kustomize.Remotes;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.core.secret.DecryptionFailed;
import dev.levada.core.substitute.SubstitutionFailed;
import dev.levada.core.tree.Links;
import dev.levada.core.tree.TracedTree;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import dev.levada.core.tree.UnsafePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Renders a folder as Flux does: with a kustomization made up where there is none, from anywhere
/// in the source but nowhere else, in the order of the files.
public final class Renderer {

  private Renderer() {}

  /// Renders what a request asks for.
  ///
  /// @throws FailureException where the path does not exist (`ArtifactFailed`) or its content
  ///   cannot be built (`BuildFailed`)
  public static Rendered render(Tree tree, RenderRequest request) {
    return render(tree, request, AfterBuild.NONE, Remotes.REFUSED);
  }

  /// Renders what a request asks for, and then puts in what was kept out of the source.
  ///
  /// @param remotes fetches what kustomizations name outside the source
  /// @throws FailureException where the path does not exist (`ArtifactFailed`) or its content
  ///   cannot be built (`BuildFailed`)
  public static Rendered render(
      Tree tree, RenderRequest request, AfterBuild after, Remotes remotes) {
    var traced = new TracedTree(tree);
    var noted = new NotedRemotes(remotes);
    TreePath folder = folder(traced, request.path());
    try {
      var warnings = new ArrayList<String>();
      Mapping kustomization = kustomization(traced, folder, request);
      Tree opened =
          EncryptedSources.open(traced, folder, kustomization, after.decryption(), warnings::add);
      var overlaid = new OverlaidTree(opened, file(traced, folder), Json.bytes(kustomization));
      Build build = Kustomizer.build(overlaid, folder, BuildOptions.FLUX.with(noted));
      build.manifests().forEach(Renderer::requireIdentity);
      List<Manifest> manifests =
          build.manifests().stream()
              .map(manifest -> after.decryption().open(manifest, warnings::add))
              .map(after.postBuild()::apply)
              .toList();
      manifests.forEach(manifest -> addMetadata(manifest, request));
      warnings.addAll(0, build.warnings());
      return new Rendered(manifests, warnings, traced.reads(), noted.wasAsked());
    } catch (BuildFailed e) {
      throw failed(e, e.fix());
    } catch (DecryptionFailed e) {
      throw new FailureException(
          new Failure.Retrying(Reason.BUILD_FAILED, String.valueOf(e.getMessage()), e.fix()), e);
    } catch (SubstitutionFailed e) {
      throw new FailureException(
          new Failure.Retrying(Reason.BUILD_FAILED, String.valueOf(e.getMessage()), e.fix()), e);
    } catch (Tree.TooLarge e) {
      throw failed(e, "Split the file, or keep it out of the kustomization");
    } catch (UnsafePath e) {
      throw failed(e, "Keep every path and every symbolic link inside the source");
    }
  }

  private static FailureException failed(RuntimeException cause, String fix) {
    return new FailureException(
        new Failure.Retrying(
            Reason.BUILD_FAILED, "kustomize build failed: " + cause.getMessage(), fix),
        cause);
  }

  private static TreePath folder(Tree tree, String path) {
    try {
      TreePath folder = Links.follow(tree, TreePath.ROOT.resolveJailed(path));
      if (tree.entry(folder) instanceof Tree.Entry.Folder) {
        return folder;
      }
    } catch (UnsafePath e) {
      throw notFound(path, e.getMessage() + ". Name a folder inside the source");
    }
    throw notFound(path, "Correct spec.path, or add the folder to the source");
  }

  private static FailureException notFound(String path, String fix) {
    return FailureException.retrying(
        Reason.ARTIFACT_FAILED, "kustomization path not found: " + path, fix);
  }

  private static Mapping kustomization(Tree tree, TreePath folder, RenderRequest request) {
    TreePath file = file(tree, folder);
    Mapping kustomization =
        tree.entry(file) instanceof Tree.Entry.Absent
            ? GeneratedKustomization.of(tree, folder)
            : read(tree, file);
    new KustomizationOverlay(tree, folder, request).addTo(kustomization);
    return kustomization;
  }

  private static TreePath file(Tree tree, TreePath folder) {
    return GeneratedKustomization.FILE_NAMES.stream()
        .map(name -> Links.follow(tree, folder.child(name)))
        .filter(path -> tree.entry(path) instanceof Tree.Entry.File)
        .findFirst()
        .orElse(folder.child(GeneratedKustomization.FILE_NAMES.getFirst()));
  }

  private static Mapping read(Tree tree, TreePath file) {
    try {
      List<Node> documents = YamlReader.documents(tree.read(file), YamlRules.KUSTOMIZATION_1_1);
      return !documents.isEmpty() && documents.getFirst() instanceof Mapping mapping
          ? mapping
          : new Mapping();
    } catch (MalformedManifest e) {
      throw new BuildFailed(
          "invalid Kustomization: " + e.getMessage() + " in '" + file + "'", "Correct the YAML");
    }
  }

  private static void requireIdentity(Manifest manifest) {
    for (var field :
        Map.of(
                "kind", manifest.kind(),
                "metadata.name", manifest.name(),
                "apiVersion", manifest.apiVersion())
            .entrySet()) {
      if (field.getValue().isEmpty()) {
        throw new BuildFailed(
            "object '" + manifest.id().subject() + "' has no " + field.getKey(),
            "Add " + field.getKey() + " to the object");
      }
    }
  }

  private static void addMetadata(Manifest manifest, RenderRequest request) {
    Mapping metadata = manifest.root().child("metadata");
    put(metadata, "labels", request.commonLabels());
    put(metadata, "annotations", request.commonAnnotations());
  }

  private static void put(Mapping metadata, String field, Map<String, String> texts) {
    if (!texts.isEmpty()) {
      Mapping into = metadata.child(field);
      texts.forEach((key, value) -> into.put(key, new Scalar(Scalar.Kind.STRING, value, true)));
    }
  }
}
