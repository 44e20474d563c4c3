package dev.levada.core.edit;

import dev.levada.core.image.ChosenImage;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Sets an image at a place that somebody names.
///
/// @param target the place
/// @param image the image
public record TargetEdit(EditTarget target, ChosenImage image) {

  /// Edits the one file of the target.
  public Edits apply(Tree tree) {
    TreePath file = target.file();
    var changes = new ArrayList<Change>();
    try {
      YamlText yaml = YamlText.parse(tree.read(file));
      var rewrite = new Rewrite(yaml.text());
      switch (target) {
        case EditTarget.KustomizationImage(var path, String name) ->
            new KustomizationEdit(path, yaml, rewrite, changes).apply(name, image);
        case EditTarget.Value value -> set(value, yaml, rewrite, changes);
      }
      Map<TreePath, byte[]> files = rewrite.isEmpty() ? Map.of() : Map.of(file, rewrite.bytes());
      return new Edits(files, List.copyOf(changes), List.of());
    } catch (UneditableFile | Tree.NotInTree | Tree.TooLarge broken) {
      var problem = new Problem(file, 0, String.valueOf(broken.getMessage()));
      return new Edits(Map.of(), List.of(), List.of(problem));
    }
  }

  private void set(EditTarget.Value target, YamlText yaml, Rewrite rewrite, List<Change> changes) {
    String[] steps = YamlPath.parse(target.path()).array();
    List<Site> sites =
        yaml.sites().stream()
            .filter(site -> site.role() != Site.Role.KEY && site.place().isAt(steps))
            .filter(site -> isIn(site, yaml, target.document()))
            .toList();
    if (sites.size() != 1) {
      throw new UneditableFile(
          sites.isEmpty()
              ? "there is no single value at "
                  + target.path()
                  + (target.document().isEmpty() ? "" : " in " + target.document())
                  + ". Add it by hand once, or correct the path"
              : "several documents have a value at "
                  + target.path()
                  + ". Say which one is meant, as Kind/name");
    }
    Site site = sites.getFirst();
    if (site.role() == Site.Role.ALIAS) {
      throw new UneditableFile(
          "an alias stands at " + target.path() + ". Name the value that has the anchor");
    }
    String value = target.part().of(image);
    new SiteChange(target.file(), yaml, rewrite, changes).set(site, value, target.path());
  }

  private static boolean isIn(Site site, YamlText yaml, String document) {
    if (document.isEmpty()) {
      return true;
    }
    EditedObject object = EditedObject.of(yaml, site.document());
    return document.equals(object.kind()) || document.equals(object.kind() + "/" + object.name());
  }
}
