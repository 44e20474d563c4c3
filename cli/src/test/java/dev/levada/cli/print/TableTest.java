package dev.levada.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  private static final List<List<Cell>> ROWS =
      List.of(
          List.of(Cell.of("podinfo"), new Cell("True", Tone.GOOD), Cell.of("all is well")),
          List.of(Cell.of("ä"), new Cell("False", Tone.BAD), Cell.of("")));

  private static final List<String> HEADERS = List.of("Name", "Ready", "Message");

  @Test
  void columnsLineUpAndATabEndsEach() {
    var table = Table.fitting(HEADERS, ROWS, false);

    assertThat(List.of(table.header(), table.line(ROWS.getFirst()), table.line(ROWS.getLast())))
        .containsExactly(
            "NAME   \tREADY\tMESSAGE", "podinfo\tTrue \tall is well", "ä      \tFalse");
  }

  @Test
  void coloursDoNotCountInTheWidth() {
    var table = Table.fitting(HEADERS, ROWS, true);

    assertThat(table.line(ROWS.getFirst()))
        .isEqualTo("podinfo\t\u001b[32mTrue\u001b[0m \tall is well");
  }

  @Test
  void aRowThatComesLaterMayBeWider() {
    var table = Table.fitting(HEADERS, ROWS, false);

    assertThat(table.line(List.of(Cell.of("a-longer-name"), Cell.of("True"), Cell.of("x"))))
        .isEqualTo("a-longer-name\tTrue \tx");
  }
}
