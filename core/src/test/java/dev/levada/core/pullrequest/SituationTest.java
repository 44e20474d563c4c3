package dev.levada.core.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.pullrequest.RequestStep.AwaitBranch;
import dev.levada.core.pullrequest.RequestStep.Close;
import dev.levada.core.pullrequest.RequestStep.Keep;
import dev.levada.core.pullrequest.RequestStep.Merged;
import dev.levada.core.pullrequest.RequestStep.Nothing;
import dev.levada.core.pullrequest.RequestStep.Open;
import dev.levada.core.pullrequest.RequestStep.Respect;
import dev.levada.core.pullrequest.RequestStep.Update;
import dev.levada.core.pullrequest.RequestStep.Wait;
import dev.levada.core.pullrequest.Situation.Last;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SituationTest {

  private static final Optional<Last> NEVER = Optional.empty();
  private static final Optional<Long> NONE = Optional.empty();

  private static RequestStep step(String images, Optional<Long> open, Optional<Last> last) {
    return new Situation(images, true, open, last, false, true).step();
  }

  private static Optional<Last> last(long number, String images, boolean merged) {
    return Optional.of(new Last(number, images, merged));
  }

  @Test
  void whatTheBranchBringsIsProposedOnce() {
    assertThat(step("", NONE, NEVER)).isEqualTo(new Nothing());
    assertThat(step("app:1", NONE, NEVER)).isEqualTo(new Open());
    assertThat(step("app:1", Optional.of(4L), last(4, "app:1", false))).isEqualTo(new Keep(4));
    assertThat(step("app:2", Optional.of(4L), last(4, "app:1", false))).isEqualTo(new Update(4));
  }

  @Test
  void oneThatWasOpenedBeforeACrashIsTakenOver() {
    assertThat(step("app:1", Optional.of(4L), NEVER)).isEqualTo(new Update(4));
    assertThat(step("app:1", Optional.of(5L), last(4, "app:1", false))).isEqualTo(new Update(5));
  }

  @Test
  void newWordsAreWrittenOnce() {
    var reworded =
        new Situation("app:1", true, Optional.of(4L), last(4, "app:1", false), true, true);

    assertThat(reworded.step()).isEqualTo(new Update(4));
  }

  @Test
  void whatAPersonRefusedIsNotProposedAgainAndTheNextIs() {
    assertThat(step("app:1", NONE, last(4, "app:1", false))).isEqualTo(new Respect(4, false));
    assertThat(step("app:1", NONE, last(4, "app:1", true)))
        .as("a merge was taken back")
        .isEqualTo(new Respect(4, true));
    assertThat(step("app:2", NONE, last(4, "app:1", false))).isEqualTo(new Open());
    assertThat(step("app:2", NONE, last(4, "app:1", true))).isEqualTo(new Open());
  }

  @Test
  void aBranchThatIsGoneIsWaitedForUnlessAPersonRefusedItsImages() {
    assertThat(new Situation("app:1", false, NONE, NEVER, false, true).step())
        .isEqualTo(new AwaitBranch());
    assertThat(
            new Situation("app:1", false, Optional.of(4L), last(4, "app:1", false), false, true)
                .step())
        .as("a host that does not close it")
        .isEqualTo(new AwaitBranch());
    assertThat(new Situation("app:1", false, NONE, last(4, "app:1", false), false, true).step())
        .isEqualTo(new Respect(4, false));
    assertThat(new Situation("app:2", false, NONE, last(4, "app:1", false), false, true).step())
        .isEqualTo(new AwaitBranch());
    assertThat(new Situation("", false, NONE, NEVER, false, true).step()).isEqualTo(new Nothing());
  }

  @Test
  void whatTheBaseHasAlreadyIsOver() {
    assertThat(step("", Optional.of(4L), last(4, "app:1", false))).isEqualTo(new Close(4));
    assertThat(new Situation("", true, Optional.of(4L), NEVER, false, false).step())
        .isEqualTo(new Keep(4));
    assertThat(step("", NONE, last(4, "app:1", true))).isEqualTo(new Merged(4));
    assertThat(step("", NONE, last(4, "app:1", false))).isEqualTo(new Nothing());
  }

  /// After any step that changes something, the same question has an answer that changes nothing.
  @Property
  void aStepIsTakenOnce(
      @ForAll @StringLength(max = 1) @CharRange(from = 'a', to = 'b') String images,
      @ForAll @StringLength(min = 1, max = 1) @CharRange(from = 'a', to = 'b') String before,
      @ForAll @IntRange(max = 2) int open,
      @ForAll @IntRange(max = 2) int known,
      @ForAll boolean merged,
      @ForAll boolean reworded,
      @ForAll boolean branched) {
    var first =
        new Situation(
            images,
            branched,
            open == 0 ? NONE : Optional.of((long) open),
            known == 0 ? NEVER : last(known, before, merged),
            reworded,
            true);
    Situation then =
        switch (first.step()) {
          case Open _ ->
              new Situation(images, true, Optional.of(9L), last(9, images, false), false, true);
          case Update(long number) ->
              new Situation(
                  images, branched, first.open(), last(number, images, false), false, true);
          case Close _ ->
              new Situation(images, branched, NONE, last(open, before, false), false, true);
          case Keep _, Respect _, Merged _, Nothing _, AwaitBranch _, Wait _ ->
              new Situation(images, branched, first.open(), first.last(), false, true);
        };

    assertThat(then.step()).isNotInstanceOfAny(Open.class, Update.class, Close.class);
  }
}
