package dev.levada.fetch.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.Json;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.http.WebClients;
import dev.levada.fetch.http.WebSettings;
import dev.levada.testbed.exchange.Answer;
import dev.levada.testbed.exchange.Asked;
import dev.levada.testbed.exchange.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// One life of a pull request with every adapter whose host cannot be run, against exchanges that
/// follow the host's public API documentation: `exchanges/KIND.txt`, in order. A line `>` is the
/// request, `|` its body, `<` the answer's status and body.
class RecordedExchangeTest {

  private static final String COMMIT = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

  private final WebClients clients = new WebClients();

  @AfterEach
  void close() {
    clients.close();
  }

  private record Exchange(String request, String body, int status, String answer) {}

  private static List<Exchange> exchanges(ForgeKind kind) throws IOException {
    Path file =
        Path.of("src/test/resources/exchanges", kind.name().toLowerCase(Locale.ROOT) + ".txt");
    var exchanges = new ArrayList<Exchange>();
    String request = "";
    String body = "";
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("> ")) {
        request = line.substring(2);
        body = "";
      } else if (line.startsWith("| ")) {
        body = line.substring(2);
      } else if (line.startsWith("< ")) {
        exchanges.add(
            new Exchange(
                request, body, Integer.parseInt(line.substring(2, 5)), line.substring(5).strip()));
      }
    }
    return exchanges;
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "GITEA")
  void aPullRequestLivesAndEnds(ForgeKind kind) throws IOException {
    List<Exchange> exchanges = exchanges(kind);
    var position = new AtomicInteger();
    var wrong = new ArrayList<String>();
    try (var server = new ScriptedServer(asked -> answer(exchanges, position, wrong, asked))) {
      run(open(kind, server.base()), kind);
      assertThat(wrong).isEmpty();
      assertThat(position).hasValue(exchanges.size());
      assertThat(server.asked())
          .allSatisfy(asked ->
              assertThat(asked.header("Authorization"))
                  .hasValueSatisfying(value -> assertThat(value).endsWith(proof(kind))));
    }
  }

  private static String proof(ForgeKind kind) {
    return switch (kind) {
      case AZURE_DEVOPS -> "Basic OnNlY3JldA==";
      case PAGURE, GITEA -> "token secret";
      case GITHUB, GITLAB, BITBUCKET, BITBUCKET_SERVER -> "Bearer secret";
    };
  }

  private static Answer answer(
      List<Exchange> exchanges, AtomicInteger position, List<String> wrong, Asked asked) {
    int now = position.getAndIncrement();
    if (now >= exchanges.size()) {
      wrong.add("not expected: " + asked.line());
      return Answer.empty(599);
    }
    Exchange expected = exchanges.get(now);
    if (!expected.request().equals(asked.line()) || !sameBody(expected.body(), asked.body())) {
      wrong.add(
          "%n%s %s%n  instead of%n%s %s"
              .formatted(asked.line(), asked.body(), expected.request(), expected.body()));
    }
    return Answer.json(expected.status(), expected.answer());
  }

  private static boolean sameBody(String expected, String body) {
    if (!expected.startsWith("{")) {
      return expected.equals(body);
    }
    return body.startsWith("{")
        && Json.read(expected.getBytes(StandardCharsets.UTF_8))
            .sameValue(Json.read(body.getBytes(StandardCharsets.UTF_8)));
  }

  private Forge open(ForgeKind kind, String base) {
    String repository = kind == ForgeKind.AZURE_DEVOPS ? "org/team/_git/app" : "org/app";
    var settings =
        new ForgeSettings(
            kind,
            URI.create(base),
            repository,
            new Credentials.Bearer("secret"),
            WebSettings.standard());
    return new Forges(clients, Clock.systemUTC()).open(settings);
  }

  private static void run(Forge forge, ForgeKind kind) {
    PullRequest opened =
        forge.open(new NewPullRequest("levada/app", "main", "Update app", "1 → 2", false));
    assertThat(opened)
        .satisfies(each -> {
          assertThat(each.number()).isEqualTo(7);
          assertThat(each.url()).startsWith("https://");
          assertThat(each.title()).isEqualTo("Update app");
          assertThat(each.head()).isEqualTo("levada/app");
          assertThat(each.base()).isEqualTo("main");
          assertThat(each.commit()).isEqualTo(COMMIT);
          assertThat(each.state()).isEqualTo(PullRequest.State.OPEN);
          assertThat(each.draft()).isFalse();
        });
    forge.comment(7, "planned");
    forge.setStatus(
        new CommitStatus(
            COMMIT, "levada/plan", CommitStatus.State.SUCCESS, "1 change", "https://example.com/"));
    assertThat(forge.statuses(COMMIT))
        .singleElement()
        .satisfies(status -> {
          assertThat(status.context()).isEqualTo("levada/plan");
          assertThat(status.state()).isEqualTo(CommitStatus.State.SUCCESS);
        });
    assertThat(forge.approvals(7)).isEqualTo(1);
    assertThat(forge.defaultBranch()).isEqualTo("main");
    if (kind != ForgeKind.PAGURE) {
      assertThat(forge.protection("main")).contains("main");
    }
    forge.merge(opened, Forge.MergeMethod.MERGE, "merged");
    forge.close(7);
    assertThat(forge.allOpen(1))
        .hasValueSatisfying(all ->
            assertThat(all).as("no fork's").extracting(PullRequest::number).containsExactly(7L));
    assertThat(forge.latestClosed())
        .as("neither a fork's nor a merged one")
        .singleElement()
        .satisfies(each -> {
          assertThat(each.number()).isEqualTo(6);
          assertThat(each.commit()).isEqualTo(COMMIT);
          assertThat(each.state()).isEqualTo(PullRequest.State.CLOSED);
        });
  }
}
