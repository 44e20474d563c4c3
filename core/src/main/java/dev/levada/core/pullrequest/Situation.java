package dev.levada.core.pullrequest;

import java.util.Optional;

/// What is to be proposed, and what there is at the host, for one pair of branches.
///
/// @param images the images that the branch brings to the base; empty where it brings nothing
/// @param branched whether the branch is there; of no account where it brings nothing
/// @param open the number of the pull request that is open for the branches
/// @param last the pull request that was last seen to, open or not
/// @param reworded whether its words are to be written anew, whatever it brings
/// @param closeObsolete whether one that brings nothing any more is to be closed
public record Situation(
    String images,
    boolean branched,
    Optional<Long> open,
    Optional<Last> last,
    boolean reworded,
    boolean closeObsolete) {

  /// The pull request that was last seen to.
  ///
  /// @param number its number
  /// @param images the images that it brought when its words were written
  /// @param merged whether it is merged
  public record Last(long number, String images, boolean merged) {}

  /// What to do. The same situation always leads to the same step, and a step that was taken leads
  /// to none: a restart between two steps opens nothing twice.
  public RequestStep step() {
    return images.isEmpty() ? withoutImages() : withImages();
  }

  private RequestStep withoutImages() {
    if (open.isPresent()) {
      return closeObsolete ? new RequestStep.Close(open.get()) : new RequestStep.Keep(open.get());
    }
    return last.filter(Last::merged)
        .<RequestStep>map(known -> new RequestStep.Merged(known.number()))
        .orElseGet(RequestStep.Nothing::new);
  }

  private RequestStep withImages() {
    Optional<Last> same = last.filter(known -> known.images().equals(images));
    if (open.isPresent() && !branched) {
      return new RequestStep.AwaitBranch();
    }
    if (open.isPresent()) {
      long number = open.get();
      boolean told = !reworded && same.filter(known -> known.number() == number).isPresent();
      return told ? new RequestStep.Keep(number) : new RequestStep.Update(number);
    }
    // Who closed it, or took the merge back, does not want these images; others may be welcome.
    return same.<RequestStep>map(known -> new RequestStep.Respect(known.number(), known.merged()))
        .orElseGet(() -> branched ? new RequestStep.Open() : new RequestStep.AwaitBranch());
  }
}
