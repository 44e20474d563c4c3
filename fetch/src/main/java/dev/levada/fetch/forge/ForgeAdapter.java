package dev.levada.fetch.forge;

import dev.levada.core.manifest.Mapping;

/// What all hosts have in common: a pull request is an object at a path.
interface ForgeAdapter extends Forge {

  /// The host's API.
  ForgeApi api();

  /// Where a pull request is.
  String path(long number);

  /// An answer as a pull request.
  PullRequest read(Mapping answer);

  /// Opens a pull request.
  default PullRequest opened(String path, Mapping body) {
    return read(api().send("opening a pull request", "POST", path, body));
  }

  @Override
  default PullRequest get(long number) {
    return read(api().get("reading pull request " + number, path(number)));
  }
}
