package dev.levada.core.helm.release;

import dev.levada.core.helm.table.YamlInvalid;
import dev.levada.core.helm.values.Warnings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Rendered files sorted into what a release consists of.
///
/// @param manifests the objects in install order
/// @param hooks the hooks in the same order
/// @param notes what the user is told, where the chart says something
public record ReleaseManifests(List<Manifest> manifests, List<Hook> hooks, Optional<String> notes) {

  /// Fixes the lists.
  public ReleaseManifests {
    manifests = List.copyOf(manifests);
    hooks = List.copyOf(hooks);
  }

  /// Sorts what templates became.
  ///
  /// @param rendered what each template became, by its path
  /// @param chart the name of the chart, whose notes count
  /// @throws ManifestInvalid where a document is no YAML
  public static ReleaseManifests of(Map<String, String> rendered, String chart, Warnings warnings) {
    var manifests = new ArrayList<Manifest>();
    var hooks = new ArrayList<Hook>();
    new TreeMap<>(rendered)
        .forEach((path, text) -> {
          if (!path.endsWith("NOTES.txt") && !isPartial(path)) {
            Documents.split(text)
                .forEach(document -> sort(path, document, manifests, hooks, warnings));
          }
        });
    manifests.sort(Comparator.comparing(Manifest::kind, KindOrder.INSTALL.comparator()));
    hooks.sort(Comparator.comparing(Hook::kind, KindOrder.INSTALL.comparator()));
    return new ReleaseManifests(
        manifests, hooks, Optional.ofNullable(rendered.get(chart + "/templates/NOTES.txt")));
  }

  private static boolean isPartial(String path) {
    return path.substring(path.lastIndexOf('/') + 1).startsWith("_");
  }

  private static void sort(
      String path, String document, List<Manifest> manifests, List<Hook> hooks, Warnings warnings) {
    Head head = head(path, document);
    String written = head.annotations().get("helm.sh/hook");
    if (written == null) {
      manifests.add(new Manifest(path, head.kind(), document));
      return;
    }
    List<Optional<HookEvent>> events =
        Arrays.stream(written.split(",", -1)).map(HookEvent::of).toList();
    if (events.stream().allMatch(Optional::isPresent)) {
      hooks.add(hook(path, document, head, events.stream().flatMap(Optional::stream).toList()));
    } else {
      warnings.info("skipping unknown hooks", "hookTypes=" + Warnings.quoted(written));
    }
  }

  private static Head head(String path, String document) {
    try {
      return Head.read(document);
    } catch (YamlInvalid e) {
      throw new ManifestInvalid(
          "YAML parse error on " + path + ": " + e.text(),
          "Render with --debug to see the text, and correct what the template makes there.");
    }
  }

  private static Hook hook(String path, String document, Head head, List<HookEvent> events) {
    return new Hook(
        head.name(),
        head.kind(),
        path,
        document,
        events,
        weight(head.annotations().getOrDefault("helm.sh/hook-weight", "")),
        words(head, "helm.sh/hook-delete-policy"),
        words(head, "helm.sh/hook-output-log-policy"));
  }

  private static int weight(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static List<String> words(Head head, String annotation) {
    String written = head.annotations().getOrDefault(annotation, "");
    return Arrays.stream(written.split(",", -1))
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /// All objects as one text.
  public String manifestText() {
    var text = new StringBuilder();
    manifests.forEach(manifest -> text.append(manifest.sourced()));
    return text.toString();
  }
}
