package dev.levada.cli.print;

import dev.levada.core.plan.Change;
import dev.levada.core.plan.Entry;
import dev.levada.core.plan.Plan;
import dev.levada.core.plan.drift.FieldChange;

/// A plan for people: what is lost first, each change with its fields and its why; what stays as it
/// is only counts.
public final class PlanText {

  private static final String FIELD = "      ";

  private final boolean colours;
  private final StringBuilder text = new StringBuilder();

  private PlanText(boolean colours) {
    this.colours = colours;
  }

  /// The text.
  ///
  /// @param subject whose plan it is
  /// @param colours whether the reader sees colours
  public static String of(String subject, Plan plan, boolean colours) {
    var text = new PlanText(colours);
    plan.forReading().forEach(text::add);
    return text.text
        .append(text.text.isEmpty() ? "" : "\n")
        .append(subject)
        .append(": ")
        .append(summary(plan))
        .append('\n')
        .toString();
  }

  private static String summary(Plan plan) {
    var summary = new StringBuilder();
    count(summary, plan.count(Change.Deleted.class::isInstance), "to delete");
    count(summary, plan.count(Change.Replaced.class::isInstance), "to replace");
    count(summary, plan.count(Change::isTrouble), "refused");
    count(
        summary,
        plan.count(c -> c instanceof Change.Created || c instanceof Change.Untried),
        "to create");
    count(summary, plan.count(Change.Configured.class::isInstance), "to change");
    count(summary, plan.count(Change.Skipped.class::isInstance), "left alone");
    count(summary, plan.count(Change.Unchanged.class::isInstance), "unchanged");
    return summary.isEmpty() ? "no objects" : summary.toString();
  }

  private static void count(StringBuilder summary, long count, String what) {
    if (count > 0) {
      summary.append(summary.isEmpty() ? "" : ", ").append(count).append(' ').append(what);
    }
  }

  private void add(Entry entry) {
    String subject = entry.id().subject();
    switch (entry.change()) {
      case Change.Deleted deleted -> line("-", Tone.BAD, subject, "deleted", deleted.why());
      case Change.Replaced replaced -> {
        line("!", Tone.BAD, subject, "deleted and created anew", "");
        text.append(FIELD).append(replaced.why()).append('\n');
      }
      case Change.Refused refused -> refused(subject, refused);
      case Change.Blocked blocked -> line("x", Tone.BAD, subject, "blocked", blocked.why());
      case Change.Created _ -> line("+", Tone.GOOD, subject, "created", "");
      case Change.Untried untried -> line("+", Tone.GOOD, subject, "created", untried.why());
      case Change.Configured configured -> {
        line("~", Tone.BUSY, subject, "changed", by(configured));
        configured.fields().stream()
            .map(FieldChange::text)
            .forEach(field -> text.append(FIELD).append(field).append('\n'));
      }
      case Change.Skipped skipped -> line("=", Tone.FAINT, subject, "left alone", skipped.why());
      case Change.Unchanged _ -> {}
    }
  }

  private void refused(String subject, Change.Refused refused) {
    line("x", Tone.BAD, subject, "refused", "");
    text.append(FIELD).append(refused.message()).append('\n');
    if (!refused.fix().isEmpty()) {
      text.append(FIELD).append(refused.fix()).append('\n');
    }
  }

  private static String by(Change.Configured configured) {
    return configured.by().isEmpty() ? "" : "last changed by " + configured.by();
  }

  private void line(String sign, Tone tone, String subject, String what, String why) {
    text.append(tone.paint("  " + sign + " " + subject + " " + what, colours))
        .append(why.isEmpty() ? "" : ": " + why)
        .append('\n');
  }
}
