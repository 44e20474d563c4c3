package dev.levada.cluster.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.ObjectId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MailboxTest {

  private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

  private static ObjectId id(String name) {
    return new ObjectId("", "ConfigMap", "shop", name);
  }

  private String next() throws InterruptedException {
    return heard.poll(10, TimeUnit.SECONDS);
  }

  @Test
  void aSlowListenerHearsTheLastOfEachObjectAndHoldsNobodyUp() throws InterruptedException {
    var busy = new CountDownLatch(1);
    var began = new CountDownLatch(1);
    try (Mailbox mailbox =
        Mailbox.open((id, live) -> {
          began.countDown();
          try {
            busy.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          heard.add(id.name());
        })) {
      mailbox.post(id("first"), Optional.empty());
      began.await();
      for (int i = 0; i < 100_000; i++) {
        mailbox.post(id("a"), Optional.empty());
        mailbox.post(id("b"), Optional.empty());
      }
      busy.countDown();

      assertThat(next()).isEqualTo("first");
      assertThat(next()).isEqualTo("a");
      assertThat(next()).isEqualTo("b");
      mailbox.post(id("last"), Optional.empty());
      assertThat(next()).isEqualTo("last");
      assertThat(heard).isEmpty();
    }
  }

  @Test
  void aListenerThatFailsHearsTheNextAllTheSame() throws InterruptedException {
    try (Mailbox mailbox =
        Mailbox.open((id, live) -> {
          if (id.name().equals("bad")) {
            throw new IllegalArgumentException("no");
          }
          heard.add(id.name());
        })) {
      mailbox.post(id("bad"), Optional.empty());
      mailbox.post(id("good"), Optional.empty());

      assertThat(next()).isEqualTo("good");
    }
  }
}
