package dev.levada.core.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.pullrequest.RequestStep.Close;
import dev.levada.core.pullrequest.RequestStep.Keep;
import dev.levada.core.pullrequest.RequestStep.Open;
import dev.levada.core.pullrequest.RequestStep.Respect;
import dev.levada.core.pullrequest.RequestStep.Update;
import dev.levada.core.pullrequest.RequestStep.Wait;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenLimitTest {

  private static final Map<String, RequestStep> STEPS =
      Map.of(
          "open", new Open(),
          "keep", new Keep(1),
          "update", new Update(2),
          "close", new Close(3),
          "refused", new Respect(4, false),
          "wait", new Wait(2));

  private static List<RequestStep> steps(String words) {
    return Stream.of(words.split(" ")).map(STEPS::get).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0, open open open, open open open",
    "2, open open open, open open wait",
    "2, open keep open, open keep wait",
    "2, keep update open, keep update wait",
    "2, keep update keep, keep update keep",
    "2, close refused open open open, close refused open open wait"
  })
  void onlySoManyAreOpen(long most, String due, String allowed) {
    assertThat(new OpenLimit(most).of(steps(due))).isEqualTo(steps(allowed));
  }

  @Property
  void neverMoreThanTheLimitUnlessTheyWereThere(
      @ForAll @IntRange(min = 1, max = 5) int most,
      @ForAll @Size(max = 12) List<@IntRange(max = 2) Integer> kinds) {
    List<RequestStep> due =
        kinds.stream()
            .map(kind -> List.of(new Open(), new Keep(1), new Close(3)).get(kind))
            .map(RequestStep.class::cast)
            .toList();
    List<RequestStep> allowed = new OpenLimit(most).of(due);

    long there = due.stream().filter(Keep.class::isInstance).count();
    long opened = allowed.stream().filter(Open.class::isInstance).count();
    long wanted = due.stream().filter(Open.class::isInstance).count();
    assertThat(opened).isEqualTo(Math.min(wanted, Math.max(0, most - there)));
  }
}
