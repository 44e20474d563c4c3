package dev.levada.core.helm.postrender;

import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.helm.release.Documents;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.core.manifest.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The steps between rendering and sorting (helm.md section 22).
///
/// @param steps what is done, in order
/// @param strategy what is done with hooks
public record PostRendering(List<PostRenderer> steps, Strategy strategy) {

  /// Nothing is done.
  public static final PostRendering NONE = new PostRendering(List.of(), Strategy.COMBINED);

  private static final String FILE = "postrenderer.helm.sh/postrender-filename";
  private static final String HOOK = "helm.sh/hook";

  /// Takes over a copy of the list.
  public PostRendering {
    steps = List.copyOf(steps);
  }

  /// What is done with hooks.
  public enum Strategy {
    /// They go through the steps with all else.
    COMBINED,
    /// They pass by.
    NO_HOOKS,
    /// They go through the steps on their own.
    SEPARATE
  }

  /// What the files look like afterwards.
  ///
  /// @param files rendered texts by their paths
  /// @throws PostRenderFailed where a text is no YAML or a step cannot be done
  public Map<String, String> apply(Map<String, String> files) {
    if (steps.isEmpty()) {
      return files;
    }
    var others = new LinkedHashMap<String, String>();
    var objects = new ArrayList<Manifest>();
    var hooks = new ArrayList<Manifest>();
    new TreeMap<>(files)
        .forEach((path, text) -> {
          if (path.endsWith("NOTES.txt") || isPartial(path)) {
            others.put(path, text);
          } else {
            read(path, text).forEach(each -> (isHook(each) ? hooks : objects).add(each));
          }
        });
    Map<String, List<Manifest>> after = new TreeMap<>();
    switch (strategy) {
      case COMBINED ->
          group(run(inOrder(files, objects, hooks)), "generated-by-postrender-", after);
      case NO_HOOKS -> {
        group(run(objects), "generated-by-postrender-", after);
        group(hooks, "", after);
      }
      case SEPARATE -> {
        group(run(objects), "generated-by-postrender-", after);
        group(run(hooks), "generated-by-postrender-hooks-", after);
      }
    }
    after.forEach((path, manifests) -> others.put(path, YamlWriter.stream(manifests)));
    return others;
  }

  /// All objects in the order of their files.
  private static List<Manifest> inOrder(
      Map<String, String> files, List<Manifest> objects, List<Manifest> hooks) {
    var all = new ArrayList<Manifest>();
    for (String path : new TreeMap<>(files).keySet()) {
      objects.stream().filter(each -> file(each).equals(path)).forEach(all::add);
      hooks.stream().filter(each -> file(each).equals(path)).forEach(all::add);
    }
    return all;
  }

  private List<Manifest> run(List<Manifest> objects) {
    if (objects.isEmpty()) {
      return objects;
    }
    List<Manifest> now = objects;
    for (PostRenderer step : steps) {
      now = step.apply(now);
    }
    if (now.isEmpty()) {
      throw new PostRenderFailed("nothing is left", "Let the patches keep at least one object.");
    }
    return now;
  }

  private static List<Manifest> read(String path, String text) {
    var all = new ArrayList<Manifest>();
    for (String document : Documents.split(text)) {
      try {
        for (Node node : YamlReader.documents(GoStrings.bytes(document), YamlRules.RESOURCE_V3)) {
          if (node instanceof Mapping mapping) {
            mapping.child("metadata").child("annotations").put(FILE, path);
            all.add(new Manifest(mapping));
          }
        }
      } catch (MalformedManifest e) {
        throw new PostRenderFailed(
            "error merging manifests: parsing " + path + ": " + e.getMessage(),
            "Correct what the template makes.");
      }
    }
    return all;
  }

  private static void group(
      List<Manifest> objects, String generated, Map<String, List<Manifest>> into) {
    for (int i = 0; i < objects.size(); i++) {
      Manifest object = objects.get(i);
      String path = file(object);
      forget(object.root());
      into.computeIfAbsent(path.isEmpty() ? generated + i + ".yaml" : path, _ -> new ArrayList<>())
          .add(object);
    }
  }

  private static void forget(Mapping root) {
    Mapping metadata = root.child("metadata");
    metadata.child("annotations").remove(FILE);
    if (metadata.child("annotations").isEmpty()) {
      metadata.remove("annotations");
    }
  }

  private static String file(Manifest object) {
    return object.annotations().getOrDefault(FILE, "");
  }

  private static boolean isHook(Manifest object) {
    return object.annotations().containsKey(HOOK);
  }

  private static boolean isPartial(String path) {
    return path.substring(path.lastIndexOf('/') + 1).startsWith("_");
  }
}
