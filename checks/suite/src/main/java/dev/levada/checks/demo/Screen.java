package dev.levada.checks.demo;

import dev.levada.checks.delivery.Step;
import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// What the demo prints: titles, and one line for each thing that happens.
final class Screen {

  private final PrintStream out;
  private final boolean colours;

  Screen(PrintStream out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  synchronized void title(String text) {
    out.println();
    out.println(paint("1", text));
  }

  synchronized void text(String text) {
    out.println("  " + text);
  }

  synchronized void step(String text) {
    out.println(paint("36", "  ▸ ") + text);
  }

  synchronized void offer(Step step) {
    out.println();
    out.println("  " + step.what());
    out.println("    " + paint("32", step.command()));
  }

  /// Takes a step in place of a person, and says how long it took.
  void check(Step step) {
    title(step.what());
    text(step.command());
    step("seen: " + step.take());
  }

  /// Something happened to an object.
  synchronized void news(boolean good, String object, String what) {
    String time = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS).toString();
    String[] lines = what.split("\n", -1);
    out.printf(
        "  %s  %s %-34s %s%n", time, good ? paint("32", "✔") : paint("33", "•"), object, lines[0]);
    for (int i = 1; i < lines.length; i++) {
      out.printf("  %10s%-36s %s%n", "", "", lines[i]);
    }
    out.flush();
  }

  private String paint(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
