package dev.levada.testbed.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.exchange.Answer;
import dev.levada.testbed.exchange.Asked;
import dev.levada.testbed.exchange.ScriptedServer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@WithForge
class GiteaTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void aPushIsToldToTheWebhook(Gitea gitea) throws InterruptedException {
    var told = new ArrayBlockingQueue<Asked>(10);
    try (var hook =
        new ScriptedServer(asked -> {
          told.add(asked);
          return Answer.empty(200);
        })) {
      ForgeRepository repository = gitea.repository(gitea.user());
      repository.webhook(hook.base() + "/hook", "secret");

      String commit = repository.addFile("main", "app.yaml", "image: app:1.0.0\n");

      Asked push = told.poll(LONG.toSeconds(), TimeUnit.SECONDS);
      assertThat(push).isNotNull();
      assertThat(push.header("X-Gitea-Event")).hasValue("push");
      assertThat(push.body()).contains(commit);
    }
  }

  @Test
  void usersAndTokensAreTold(Gitea gitea) {
    ForgeUser user = gitea.user();

    assertThat(gitea.as(user).send("GET", "/user", "")).contains("\"login\":\"" + user.name());
    assertThat(gitea.token(user.name(), "read:repository")).matches("[0-9a-f]{40}");
  }
}
