package dev.levada.operator.image;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.image.InvalidPolicy;
import dev.levada.core.image.ScannedTags;
import java.util.List;

/// The tags of a repository that count.
final class TagChecks {

  private TagChecks() {}

  /// Leaves out what the exclusion list names.
  ///
  /// @throws FailureException where the list holds no expression
  static ScannedTags counted(List<String> found, List<String> exclusionList) {
    try {
      return ScannedTags.of(found, exclusionList);
    } catch (InvalidPolicy broken) {
      throw FailureException.stalled(Reason.FAILURE, String.valueOf(broken.getMessage()), "");
    }
  }
}
