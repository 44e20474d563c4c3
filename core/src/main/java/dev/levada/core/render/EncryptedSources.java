package dev.levada.core.render;

import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.core.secret.DecryptionFailed;
import dev.levada.core.secret.Opener;
import dev.levada.core.secret.SopsFormat;
import dev.levada.core.tree.Links;
import dev.levada.core.tree.ReplacedFiles;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import dev.levada.core.tree.UnsafePath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Opens the files that a build reads as a whole and that may be encrypted: sources of secret
/// generators, and patches, of a kustomization and of all that it takes from within the source
/// (flux-api.md section 2.1, step 10). What goes in as resources is opened once it is built; here
/// only its message code is looked at, for building changes objects.
final class EncryptedSources {

  private static final int MOST_KUSTOMIZATIONS = 1000;

  private final Tree tree;
  private final Decryption decryption;
  private final Opener opener;
  private final Consumer<String> warnings;
  private final Map<TreePath, byte[]> opened = new HashMap<>();
  private final Set<TreePath> seen = new HashSet<>();

  private EncryptedSources(
      Tree tree, Decryption decryption, Opener opener, Consumer<String> warnings) {
    this.tree = tree;
    this.decryption = decryption;
    this.opener = opener;
    this.warnings = warnings;
  }

  /// The tree with these files open.
  static Tree open(
      Tree tree,
      TreePath folder,
      Mapping kustomization,
      Decryption decryption,
      Consumer<String> warnings) {
    if (decryption.opener().isEmpty()) {
      return tree;
    }
    var sources = new EncryptedSources(tree, decryption, decryption.opener().get(), warnings);
    sources.seen.add(folder);
    sources.visit(folder, kustomization);
    return sources.opened.isEmpty() ? tree : new ReplacedFiles(tree, sources.opened);
  }

  private void visit(TreePath folder, Mapping kustomization) {
    for (Node generator : kustomization.sequenceAt("secretGenerator")) {
      if (generator instanceof Mapping mapping) {
        generator(folder, mapping);
      }
    }
    for (String field : List.of("patches", "patchesJson6902")) {
      for (Node patch : kustomization.sequenceAt(field)) {
        if (patch instanceof Mapping mapping && !mapping.textAt("path").isEmpty()) {
          file(folder, mapping.textAt("path"), mapping.textAt("path"));
        }
      }
    }
    each(kustomization, "patchesStrategicMerge", patch -> file(folder, patch, patch));
    for (String field : List.of("resources", "components", "bases")) {
      each(kustomization, field, path -> taken(folder, path));
    }
  }

  private static void each(Mapping kustomization, String field, Consumer<String> action) {
    for (Node item : kustomization.sequenceAt(field)) {
      if (item instanceof Scalar text) {
        action.accept(text.text());
      }
    }
  }

  private void generator(TreePath folder, Mapping generator) {
    each(
        generator,
        "files",
        source -> {
          int sign = source.indexOf('=');
          String path = source.substring(sign + 1);
          String key = sign < 0 ? path : source.substring(0, sign);
          file(folder, path, key);
        });
    each(generator, "envs", path -> file(folder, path, path));
    if (!generator.textAt("env").isEmpty()) {
      file(folder, generator.textAt("env"), generator.textAt("env"));
    }
  }

  private Optional<TreePath> resolve(TreePath folder, String path) {
    try {
      return Optional.of(Links.follow(tree, folder.resolve(path)));
    } catch (UnsafePath e) {
      return Optional.empty(); // the build says what is wrong with it
    }
  }

  private void file(TreePath folder, String path, String name) {
    Optional<TreePath> file = resolve(folder, path);
    if (file.isEmpty() || !(tree.entry(file.get()) instanceof Tree.Entry.File)) {
      return;
    }
    byte[] content = tree.read(file.get());
    SopsFormat.ofEncrypted(content)
        .ifPresent(written -> opened.put(file.get(), open(file.get(), content, written, name)));
  }

  private byte[] open(TreePath file, byte[] content, SopsFormat written, String name) {
    try {
      return decryption.open(file.text(), content, written, name, opener, warnings);
    } catch (DecryptionFailed e) {
      throw e.within("failed to decrypt file '" + file + "': ");
    }
  }

  private void taken(TreePath folder, String path) {
    Optional<TreePath> place = resolve(folder, path);
    if (place.isEmpty() || !seen.add(place.get()) || seen.size() > MOST_KUSTOMIZATIONS) {
      return;
    }
    switch (tree.entry(place.get())) {
      case Tree.Entry.Folder _ -> kustomization(place.get());
      case Tree.Entry.File _ -> check(place.get());
      case Tree.Entry.Link _, Tree.Entry.Absent _ -> {}
    }
  }

  private void kustomization(TreePath folder) {
    for (String name : GeneratedKustomization.FILE_NAMES) {
      TreePath file = folder.child(name);
      if (tree.entry(file) instanceof Tree.Entry.File) {
        try {
          List<Node> documents = YamlReader.documents(tree.read(file), YamlRules.KUSTOMIZATION_1_1);
          if (!documents.isEmpty() && documents.getFirst() instanceof Mapping mapping) {
            visit(folder, mapping);
          }
        } catch (MalformedManifest e) {
          return; // the build says what is wrong with it
        }
        return;
      }
    }
  }

  private void check(TreePath file) {
    byte[] content = tree.read(file);
    Optional<SopsFormat> written = SopsFormat.ofEncrypted(content);
    if (written.isPresent()) {
      boolean intact;
      try {
        intact = opener.open(content, written.get(), written.get()).intact();
      } catch (DecryptionFailed e) {
        return; // said of the object, with its name
      }
      decryption.check(intact, file.text(), warnings);
    }
  }
}
