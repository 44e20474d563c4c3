package dev.levada.cli.promote;

import dev.levada.cli.print.Steps;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.pullrequest.RequestText;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.forge.Forge;
import dev.levada.fetch.forge.ForgeFailed;
import dev.levada.fetch.forge.ForgeSettings;
import dev.levada.fetch.forge.Forges;
import dev.levada.fetch.forge.Proposal;
import dev.levada.fetch.forge.PullRequest;
import dev.levada.fetch.http.WebClients;
import dev.levada.fetch.http.WebSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The Git host that a pull request is opened at.
final class RequestHost implements AutoCloseable {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  private final WebClients clients = new WebClients();
  private final Forge forge;
  private final Clock clock;

  RequestHost(ForgeAddress address, Credentials credentials, Clock clock) {
    this.clock = clock;
    this.forge =
        new Forges(clients, clock)
            .open(
                new ForgeSettings(
                    address.kind(),
                    address.base(),
                    address.repository(),
                    credentials,
                    WebSettings.standard()));
  }

  /// Opens a pull request for what was pushed, or brings the open one up to date.
  Outcome propose(Outcome pushed, String base, RequestText text, RequestOptions asked) {
    return told(() -> {
      String title = asked.title(text.title());
      String body = asked.body(text.body());
      Proposal proposal = asked.proposal();
      Optional<PullRequest> known = forge.find(pushed.branch(), base);
      return known.isPresent()
          ? pushed.now(
              Outcome.Result.UPDATED, proposal.update(forge, known.get().number(), title, body))
          : pushed.now(
              Outcome.Result.OPENED, proposal.open(forge, pushed.branch(), base, title, body));
    });
  }

  /// Waits until somebody merges or closes the pull request.
  ///
  /// @throws CommandFailure where that takes too long
  Outcome await(Outcome proposed, Duration limit, Steps steps) {
    long number =
        proposed.request().map(PullRequest::number).orElseThrow(() -> new AssertionError("none"));
    steps.waiting("until pull request " + number + " is merged");
    Instant end = clock.instant().plus(limit);
    for (Duration pause = FIRST_PAUSE; clock.instant().isBefore(end); pause = longer(pause)) {
      PullRequest now = told(() -> forge.get(number));
      switch (now.state()) {
        case MERGED -> {
          return proposed.now(Outcome.Result.MERGED, now);
        }
        case CLOSED -> {
          return proposed.now(Outcome.Result.CLOSED, now);
        }
        case OPEN -> rest(pause);
      }
    }
    throw new CommandFailure(
        "pull request " + number + " is still open after " + limit.toSeconds() + " s",
        "Merge it, or wait longer with --timeout.");
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  /// No host tells a program without an address of its own that something happened, so it is asked
  /// again after a while.
  private static void rest(Duration pause) {
    Executor later = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture.runAsync(() -> {}, later).join();
  }

  @Override
  public void close() {
    clients.close();
  }

  private static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (ForgeFailed failed) {
      throw RefusedKeys.explain(new FailureException(failed.failure(), failed));
    }
  }
}
