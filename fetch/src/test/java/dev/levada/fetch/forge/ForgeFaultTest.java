package dev.levada.fetch.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.levada.core.failure.Failure;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.http.WebClients;
import dev.levada.fetch.http.WebSettings;
import dev.levada.testbed.exchange.Answer;
import dev.levada.testbed.exchange.ScriptedServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a host may answer instead of what was asked for, with every adapter.
class ForgeFaultTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  private static final String COMMIT = "a".repeat(40);
  private static final NewPullRequest NEW =
      new NewPullRequest("update", "main", "Update app", "1 → 2", false);
  private static final CommitStatus STATUS =
      new CommitStatus(COMMIT, "ci", CommitStatus.State.SUCCESS, "", "https://example.com/");
  private static final PullRequest OPENED =
      new PullRequest(
          7,
          "https://example.com/7",
          "Update app",
          "",
          "update",
          "main",
          COMMIT,
          PullRequest.State.OPEN,
          false);

  private final WebClients clients = new WebClients();

  @AfterEach
  void close() {
    clients.close();
  }

  private ForgeFailed failed(ForgeKind kind, Answer answer) {
    try (var server = new ScriptedServer(asked -> answer)) {
      return failed(kind, server.base());
    }
  }

  private Forge open(ForgeKind kind, String base) {
    String repository = kind == ForgeKind.AZURE_DEVOPS ? "org/team/app" : "org/app";
    return new Forges(clients, CLOCK)
        .open(
            new ForgeSettings(
                kind,
                URI.create(base),
                repository,
                new Credentials.Bearer("secret-token"),
                WebSettings.standard()));
  }

  private ForgeFailed failed(ForgeKind kind, String base) {
    Forge forge = open(kind, base);
    ForgeFailed failed = catchThrowableOfType(ForgeFailed.class, forge::defaultBranch);
    assertThat(failed).hasMessageContaining(base).hasMessageNotContaining("secret-token");
    assertThat(failed.failure().fix()).isNotEmpty();
    return failed;
  }

  static Stream<Arguments> answers() {
    record Case(Answer answer, ForgeFailed.Kind kind, String said) {}

    var cases =
        List.of(
            new Case(
                Answer.json(401, "{\"message\":\"Bad credentials\"}"),
                ForgeFailed.Kind.UNAUTHORIZED,
                "HTTP 401: Bad credentials"),
            new Case(
                Answer.json(403, "{\"error\":{\"message\":\"no scope\"}}"),
                ForgeFailed.Kind.FORBIDDEN,
                "HTTP 403: no scope"),
            new Case(
                Answer.json(403, "{\"message\":\"Resource not accessible by integration\"}")
                    .with("X-Accepted-GitHub-Permissions", "pull_requests=write"),
                ForgeFailed.Kind.FORBIDDEN,
                "not accessible by integration; it takes the right pull_requests=write"),
            new Case(
                Answer.json(403, "{\"error\":\"insufficient_scope\",\"scope\":\"api\"}"),
                ForgeFailed.Kind.FORBIDDEN,
                "insufficient_scope; it takes the right api"),
            new Case(
                Answer.json(404, "{\"message\":\"404 Project Not Found\"}"),
                ForgeFailed.Kind.NOT_FOUND,
                "HTTP 404: 404 Project Not Found"),
            new Case(
                Answer.json(409, "{\"errors\":[{\"message\":\"stale\"}]}"),
                ForgeFailed.Kind.CONFLICT,
                "HTTP 409: stale"),
            new Case(
                Answer.json(422, "{\"message\":\"Invalid\",\"errors\":[{\"message\":\"head\"}]}"),
                ForgeFailed.Kind.INVALID,
                "HTTP 422: Invalid; head"),
            new Case(
                Answer.json(429, "{}").with("Retry-After", "30"),
                ForgeFailed.Kind.LIMITED,
                "come back in 30 s"),
            new Case(
                Answer.json(403, "{\"message\":\"API rate limit exceeded\"}")
                    .with("X-RateLimit-Remaining", "0")
                    .with(
                        "X-RateLimit-Reset",
                        "" + CLOCK.instant().plusSeconds(120).getEpochSecond()),
                ForgeFailed.Kind.LIMITED,
                "come back in 120 s: API rate limit exceeded"),
            new Case(
                Answer.html(200, "<html>log in</html>"),
                ForgeFailed.Kind.NOT_AN_API,
                "an HTML page came instead of an answer (HTTP 200)"),
            new Case(
                Answer.html(502, "<html>bad gateway</html>"),
                ForgeFailed.Kind.SERVER,
                "HTTP 502 (an HTML page)"),
            new Case(
                Answer.text(500, "text/plain", "boom"), ForgeFailed.Kind.SERVER, "HTTP 500: boom"),
            new Case(
                Answer.json(200, "{\"a\":"),
                ForgeFailed.Kind.NOT_AN_API,
                "the answer is not valid JSON"));
    return Stream.of(ForgeKind.values())
        .flatMap(kind ->
            cases.stream()
                .map(each -> Arguments.of(kind, each.answer(), each.kind(), each.said())));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("answers")
  void badAnswersAreTold(ForgeKind kind, Answer answer, ForgeFailed.Kind expected, String said) {
    ForgeFailed failed = failed(kind, answer);

    assertThat(failed.kind()).isEqualTo(expected);
    assertThat(failed).hasMessageContaining(said);
  }

  /// What can be asked of a host.
  private static Map<String, Consumer<Forge>> errands() {
    return Map.of(
        "find", forge -> forge.find("update", "main"),
        "open", forge -> forge.create(NEW),
        "get", forge -> forge.get(7),
        "update", forge -> forge.update(7, "title", "text"),
        "comment", forge -> forge.comment(7, "text"),
        "close", forge -> forge.close(7),
        "merge", forge -> forge.merge(OPENED, Forge.MergeMethod.MERGE, "no"),
        "set a status", forge -> forge.setStatus(STATUS),
        "statuses", forge -> forge.statuses(COMMIT),
        "approvals", forge -> forge.approvals(7));
  }

  static Stream<Arguments> refusals() {
    Map<ForgeFailed.Kind, Answer> answers =
        Map.of(
            ForgeFailed.Kind.UNAUTHORIZED, Answer.json(401, "{\"message\":\"no\"}"),
            ForgeFailed.Kind.FORBIDDEN, Answer.json(403, "{\"message\":\"no\"}"),
            ForgeFailed.Kind.CONFLICT, Answer.json(409, "{\"message\":\"no\"}"),
            ForgeFailed.Kind.INVALID, Answer.json(422, "{\"message\":\"no\"}"),
            ForgeFailed.Kind.LIMITED, Answer.json(429, "{\"message\":\"no\"}"),
            ForgeFailed.Kind.NOT_AN_API, Answer.html(200, "<html>log in</html>"));
    return Stream.of(ForgeKind.values())
        .flatMap(kind ->
            answers.entrySet().stream()
                .map(each -> Arguments.of(kind, each.getKey(), each.getValue())));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refusals")
  void aRefusalIsToldWhateverWasAsked(ForgeKind kind, ForgeFailed.Kind expected, Answer answer) {
    try (var server = new ScriptedServer(_ -> answer)) {
      Forge forge = open(kind, server.base());
      errands()
          .forEach((name, errand) ->
              assertThatThrownBy(() -> errand.accept(forge))
                  .as(name)
                  .isInstanceOfSatisfying(
                      ForgeFailed.class, failed -> assertThat(failed.kind()).isEqualTo(expected))
                  .hasMessageContaining(server.base())
                  .hasMessageNotContaining("secret-token"));
    }
  }

  @Test
  void aLimitIsAWait() {
    Failure failure =
        failed(ForgeKind.GITLAB, Answer.empty(429).with("Retry-After", "30")).failure();

    assertThat(failure)
        .isInstanceOfSatisfying(
            Failure.Waiting.class,
            waiting -> assertThat(waiting.again()).isEqualTo(Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @EnumSource
  void aHostThatIsAwayIsTold(ForgeKind kind) {
    var down = new ScriptedServer(asked -> Answer.empty(200));
    down.close();

    assertThat(failed(kind, down.base()).kind()).isEqualTo(ForgeFailed.Kind.UNREACHABLE);
  }
}
