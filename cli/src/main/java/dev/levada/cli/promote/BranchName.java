package dev.levada.cli.promote;

import dev.levada.core.edit.Promotion;
import dev.levada.core.tree.TreePath;

/// The branch of a pull request: one for each image and place, so that a newer promotion takes the
/// place of an older one.
final class BranchName {

  private BranchName() {}

  /// `levada/promote/NAME/PLACE`.
  static String of(Promotion promotion) {
    String name = promotion.image().name();
    return "levada/promote/"
        + safe(name.substring(name.lastIndexOf('/') + 1))
        + "/"
        + safe(place(promotion.places().getFirst()));
  }

  private static String place(Promotion.Place place) {
    return switch (place) {
      case Promotion.Place.Marked(String policy, _) -> policy;
      case Promotion.Place.Named(var target) -> {
        TreePath folder = target.file().parent();
        yield folder.isRoot() ? target.file().name() : folder.text();
      }
    };
  }

  /// Git allows more than this, but not everywhere in a name.
  private static String safe(String text) {
    return text.replaceAll("[^A-Za-z0-9_]+", "-").replaceAll("^-|-$", "");
  }
}
