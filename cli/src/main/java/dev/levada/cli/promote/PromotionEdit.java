package dev.levada.cli.promote;

import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.core.edit.Edits;
import dev.levada.core.edit.Problem;
import dev.levada.core.edit.Promotion;
import dev.levada.core.tree.Tree;
import dev.levada.fetch.git.GitEdit;
import java.util.stream.Collectors;

/// Sets the image in the files of a repository.
///
/// @param promotion the image and its places
/// @param message the commit's message
record PromotionEdit(Promotion promotion, String message) implements GitEdit {

  @Override
  public Proposal propose(Tree files) {
    return new Proposal(edits(promotion, files).files(), message);
  }

  /// The edits of a tree.
  ///
  /// @throws CommandFailure where nothing could be edited, and not because all is so already
  static Edits edits(Promotion promotion, Tree tree) {
    Edits edits = promotion.apply(tree);
    if (edits.isEmpty() && !edits.problems().isEmpty()) {
      throw new CommandFailure(
          "the image " + promotion.image().name() + " cannot be promoted: " + told(edits), "");
    }
    return edits;
  }

  private static String told(Edits edits) {
    return edits.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }
}
