package dev.levada.core.edit;

import dev.levada.core.image.ChosenImage;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Sets one image at all places that somebody names. A named place that cannot be edited stops all
/// of it; a marked file that cannot be edited is told beside what was done.
///
/// @param places the places, edited in this order
/// @param image the image
public record Promotion(List<Place> places, ChosenImage image) {

  private static final ChosenImage ANOTHER =
      new ChosenImage("another.invalid/image", "another", "sha256:another");

  /// Where an image is set.
  public sealed interface Place {

    /// All values behind a marker of a policy.
    ///
    /// @param policy the policy as `namespace:name`
    /// @param folder the folder that is searched, with all below it
    record Marked(String policy, TreePath folder) implements Place {}

    /// One place in one file.
    ///
    /// @param target the place
    record Named(EditTarget target) implements Place {}
  }

  /// Edits a tree.
  public Edits apply(Tree tree) {
    var files = new TreeMap<TreePath, byte[]>();
    var changes = new ArrayList<Change>();
    var problems = new ArrayList<Problem>();
    for (Place place : places) {
      Edits edits = apply(place, new EditedTree(tree, files));
      problems.addAll(edits.problems());
      if (place instanceof Place.Named && !edits.problems().isEmpty()) {
        return new Edits(Map.of(), List.of(), List.copyOf(problems));
      }
      files.putAll(edits.files());
      changes.addAll(edits.changes());
    }
    return new Edits(Map.copyOf(files), List.copyOf(changes), List.copyOf(problems));
  }

  private Edits apply(Place place, Tree tree) {
    return switch (place) {
      case Place.Named(EditTarget target) -> new TargetEdit(target, image).apply(tree);
      case Place.Marked(String policy, TreePath folder) -> {
        Edits edits = new Setters(Map.of(policy, image)).apply(tree, folder);
        yield edits.isEmpty() && edits.problems().isEmpty() && !isMarked(tree, policy, folder)
            ? unmarked(policy, folder)
            : edits;
      }
    };
  }

  /// Nothing to change is good news where a marker stands, and a mistake where none does: another
  /// image would change something.
  private static boolean isMarked(Tree tree, String policy, TreePath folder) {
    return !new Setters(Map.of(policy, ANOTHER)).apply(tree, folder).isEmpty();
  }

  private static Edits unmarked(String policy, TreePath folder) {
    String message =
        "no value is marked with {\"$imagepolicy\": \""
            + policy
            + "\"}. Put the marker behind the value, or correct the policy or the folder";
    return new Edits(Map.of(), List.of(), List.of(new Problem(folder, 0, message)));
  }
}
