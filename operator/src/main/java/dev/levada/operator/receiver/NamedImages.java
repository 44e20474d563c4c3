package dev.levada.operator.receiver;

import dev.levada.api.ImageRepository;
import dev.levada.core.failure.FailureException;
import dev.levada.core.hook.notice.Notice;
import dev.levada.fetch.oci.ImageName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Leaves out the ImageRepositories that a registry's notification is not about.
final class NamedImages {

  private record Candidate(Sleeper sleeper, ImageName image) {}

  private NamedImages() {}

  /// Those of the objects that are to be woken: of the ImageRepositories only the ones whose image
  /// is named, of other kinds all.
  static List<Sleeper> of(List<Sleeper> found, Notice notice) {
    return switch (notice) {
      case Notice.Other _ -> found;
      case Notice.Named named -> only(found, named);
    };
  }

  private static List<Sleeper> only(List<Sleeper> found, Notice.Named named) {
    var left = new ArrayList<>(found.stream().filter(each -> !isRepository(each)).toList());
    List<Candidate> candidates =
        found.stream()
            .filter(NamedImages::isRepository)
            .flatMap(each -> image(each).map(image -> new Candidate(each, image)).stream())
            .toList();
    named
        .choose(candidates, each -> each.image().registry(), each -> each.image().repository())
        .forEach(each -> left.add(each.sleeper()));
    return left;
  }

  private static boolean isRepository(Sleeper sleeper) {
    return sleeper.type().type().kind().equals(ImageRepository.KIND);
  }

  private static Optional<ImageName> image(Sleeper sleeper) {
    try {
      return Optional.of(ImageName.parse(sleeper.object().textAt("spec", "image")));
    } catch (FailureException unusable) {
      return Optional.empty(); // its own status says so
    }
  }
}
