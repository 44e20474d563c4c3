package dev.levada.fetch.forge;

import java.util.Optional;

/// Opens a pull request unless there is one: before, and where the host says so.
///
/// @param forge the host
record OpenOnce(Forge forge) {

  PullRequest open(NewPullRequest request) {
    Optional<PullRequest> known = forge.find(request.head(), request.base());
    if (known.isPresent()) {
      return known.get();
    }
    try {
      return forge.create(request);
    } catch (ForgeFailed failed) {
      return switch (failed.kind()) {
        case CONFLICT, INVALID ->
            forge.find(request.head(), request.base()).orElseThrow(() -> failed);
        case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, LIMITED, SERVER, NOT_AN_API, UNREACHABLE ->
            throw failed;
      };
    }
  }
}
