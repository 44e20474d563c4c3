package dev.levada.operator.pullrequest;

import dev.levada.core.image.ChosenImage;
import dev.levada.core.manifest.Mapping;
import dev.levada.fetch.forge.PullRequest;
import dev.levada.operator.update.BranchChanges.Brought;
import java.util.Optional;
import java.util.stream.Collectors;

/// One pull request that there is or may be.
///
/// @param policy the ImagePolicy that it is for; empty where it is for all
/// @param brought what its branch brings
/// @param superseded whether another one has taken its place, since the policy says other branches
/// @param known what the status says of it; empty where that says nothing
record RequestSlot(String policy, Brought brought, boolean superseded, Mapping known) {

  /// The images, each with tag and digest, sorted.
  String images() {
    return brought.images().stream()
        .map(ChosenImage::toString)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /// The number that the status says, if it does.
  Optional<Long> number() {
    return Optional.of(known.numberAt(0, "number")).filter(number -> number > 0);
  }

  /// Whether the status says that it is open.
  boolean isKnownOpen() {
    return known.textAt("state").equals(word(PullRequest.State.OPEN));
  }

  /// Whether there is nothing to ask the host: of a single image nothing is brought, and it was
  /// seen that its pull request has come to an end.
  boolean isOver() {
    return !policy.isEmpty() && brought.policies().isEmpty() && !isKnownOpen();
  }

  /// Whether the status speaks of a pull request between these branches.
  static boolean isOf(Mapping known, Brought brought) {
    return known.textAt("head").equals(brought.head())
        && known.textAt("base").equals(brought.base());
  }

  /// Whether a pull request is between these branches.
  static boolean isOf(PullRequest request, Brought brought) {
    return request.head().equals(brought.head()) && request.base().equals(brought.base());
  }

  /// The state's word in the status.
  static String word(PullRequest.State state) {
    return switch (state) {
      case OPEN -> "open";
      case CLOSED -> "closed";
      case MERGED -> "merged";
    };
  }
}
