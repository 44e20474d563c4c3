package dev.levada.cluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RenewedTokenTest {

  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger reads = new AtomicInteger();
  private final RenewedToken token =
      new RenewedToken("token-0", this::read, Duration.ofSeconds(30), now::get);
  private boolean away;

  private String read() {
    reads.incrementAndGet();
    if (away) {
      throw new ClusterConfig.Unusable("token cannot be read");
    }
    return "token-" + reads.get();
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void itIsReadAgainOnlyWhenItIsOld() {
    pass(Duration.ofSeconds(29));
    assertThat(token.authorization()).isEqualTo("Bearer token-0");
    pass(Duration.ofSeconds(2));
    assertThat(token.authorization()).isEqualTo("Bearer token-1");
    assertThat(token.authorization()).isEqualTo("Bearer token-1");
  }

  @Test
  void aRejectedTokenIsReadAgainOnceForAllWhoHadIt() {
    pass(Duration.ofSeconds(6));

    assertThat(token.renew("Bearer token-0")).isTrue();
    assertThat(token.renew("Bearer token-0")).isTrue();
    assertThat(reads).hasValue(1);
  }

  @Test
  void aTokenThatIsRejectedAtOnceIsNotReadAgainAndAgain() {
    assertThat(token.renew("Bearer token-0")).isFalse();
    pass(Duration.ofSeconds(6));
    assertThat(token.renew("Bearer token-0")).isTrue();
    assertThat(token.renew("Bearer token-1")).isFalse();
    assertThat(reads).hasValue(1);
  }

  @Test
  void aTokenThatCannotBeReadIsUsedOnAndTriedLater() {
    away = true;
    pass(Duration.ofSeconds(31));
    assertThat(token.authorization()).isEqualTo("Bearer token-0");
    assertThat(token.authorization()).isEqualTo("Bearer token-0");
    assertThat(reads).hasValue(1);

    away = false;
    pass(Duration.ofSeconds(31));
    assertThat(token.authorization()).isEqualTo("Bearer token-2");
  }
}
