package dev.levada.fetch.forge;

import dev.levada.core.manifest.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What all hosts have in common: a pull request is an object at a path.
interface ForgeAdapter extends Forge {

  /// How many pull requests a page has.
  int PAGE = 50;

  /// How a question for several is told.
  String LOOKING = "looking for pull requests";

  /// The host's API.
  ForgeApi api();

  /// Where a pull request is.
  String path(long number);

  /// An answer as a pull request.
  PullRequest read(Mapping answer);

  /// One page of the repository's pull requests.
  ///
  /// @param open those that are open, or those that are closed, the latest first
  /// @param number the page, from 0
  List<Mapping> page(boolean open, int number);

  /// Whether a pull request is between branches of this repository.
  default boolean isOwn(Mapping each) {
    return true;
  }

  @Override
  default Optional<List<PullRequest>> allOpen(int most) {
    var all = new ArrayList<PullRequest>();
    for (int number = 0; number < most; number++) {
      List<Mapping> page = page(true, number);
      page.stream().filter(this::isOwn).map(this::read).forEach(all::add);
      if (page.size() < PAGE) {
        return Optional.of(all);
      }
    }
    return Optional.empty();
  }

  @Override
  default List<PullRequest> latestClosed() {
    return page(false, 0).stream()
        .filter(this::isOwn)
        .map(this::read)
        .filter(each -> each.state() == PullRequest.State.CLOSED)
        .toList();
  }

  /// Opens a pull request.
  default PullRequest opened(String path, Mapping body) {
    return read(api().send("opening a pull request", "POST", path, body));
  }

  @Override
  default PullRequest get(long number) {
    return read(api().get("reading pull request " + number, path(number)));
  }
}
