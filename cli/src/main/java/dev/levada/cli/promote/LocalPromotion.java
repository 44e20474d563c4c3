package dev.levada.cli.promote;

import dev.levada.cli.print.Steps;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.core.edit.Edits;
import dev.levada.core.edit.Promotion;
import dev.levada.core.edit.UnifiedDiff;
import dev.levada.core.tree.TreePath;
import dev.levada.fetch.folder.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Promotes in a folder on disk, such as a working copy; committing is left to the user.
///
/// @param folder the folder
/// @param promotion what is promoted
record LocalPromotion(Path folder, Promotion promotion) {

  /// Promotes.
  ///
  /// @param dryRun whether nothing is to be written
  /// @param steps is told what could not be edited beside
  Outcome run(boolean dryRun, Steps steps) {
    var tree = new DirectoryTree(folder);
    Edits edits = PromotionEdit.edits(promotion, tree);
    edits.problems().forEach(problem -> steps.warn(problem.toString()));
    Outcome.Result result = dryRun ? Outcome.Result.PLANNED : Outcome.Result.EDITED;
    var outcome =
        new Outcome(
            edits.isEmpty() ? Outcome.Result.UNCHANGED : result,
            "",
            "",
            edits.changes(),
            UnifiedDiff.of(tree, edits),
            Optional.empty(),
            List.of());
    if (!dryRun) {
      edits.files().forEach(this::write);
    }
    return outcome;
  }

  private void write(TreePath file, byte[] bytes) {
    try {
      Files.write(folder.resolve(file.text()), bytes);
    } catch (IOException e) {
      throw new CommandFailure(
          file + " cannot be written (" + e.getClass().getSimpleName() + ")",
          "Check who may write it.",
          e);
    }
  }
}
