package dev.levada.cluster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.ObjectId;
import org.junit.jupiter.api.Test;

final class SettledTest {

  private static final ObjectId ONE = new ObjectId("", "ConfigMap", "shop", "one");

  private final Settled settled = new Settled();

  @Test
  void anObjectIsBeingWrittenUntilItsAnswerIsThere() {
    settled.put(ONE, "wanted by app", "left by app");
    settled.writing(ONE);
    assertThat(settled.isBeingWritten(ONE)).isTrue();
    assertThat(settled.isUntouched(ONE, "left by other")).isFalse();
    settled.put(ONE, "wanted by other", "left by other");
    settled.written(ONE);
    assertThat(settled.isBeingWritten(ONE)).isFalse();
    assertThat(settled.isUntouched(ONE, "left by other")).isTrue();
  }

  @Test
  void anObjectIsBeingWrittenUntilTheLastOfTwoAnswersIsThere() {
    settled.writing(ONE);
    settled.writing(ONE);
    settled.written(ONE);
    assertThat(settled.isBeingWritten(ONE)).isTrue();
    settled.written(ONE);
    assertThat(settled.isBeingWritten(ONE)).isFalse();
  }

  @Test
  void whatIsForgottenIsNotKnown() {
    settled.put(ONE, "wanted", "left");
    settled.forget(ONE);
    assertThat(settled.knows(ONE)).isFalse();
    assertThat(settled.matches(ONE, "wanted", "left")).isFalse();
  }
}
