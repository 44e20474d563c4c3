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
        case EditTarget.HelmImage(var path, String document, String at) ->
            edit(yaml, document, rewrite, changes).helm(at, image);
        case EditTarget.Value(var path, String document, String at, EditTarget.ImagePart part) ->
            edit(yaml, document, rewrite, changes).set(at, part.of(image));
      }
      Map<TreePath, byte[]> files = rewrite.isEmpty() ? Map.of() : Map.of(file, rewrite.bytes());
      return new Edits(files, List.copyOf(changes), List.of());
    } catch (UneditableFile | Tree.NotInTree | Tree.TooLarge broken) {
      var problem = new Problem(file, 0, String.valueOf(broken.getMessage()));
      return new Edits(Map.of(), List.of(), List.of(problem));
    }
  }

  private ValueEdit edit(YamlText yaml, String document, Rewrite rewrite, List<Change> changes) {
    return new ValueEdit(document, yaml, new SiteChange(target.file(), yaml, rewrite, changes));
  }
}
