package dev.levada.cli.print;

import dev.levada.core.health.Health;
import dev.levada.core.health.Status;
import java.util.List;

/// A tree as lines for people.
public final class TreeLines {

  private final StringBuilder out = new StringBuilder();
  private final boolean colours;

  private TreeLines(boolean colours) {
    this.colours = colours;
  }

  /// The tree as text, with a line break at its end.
  ///
  /// @param colours whether the reader sees colours
  public static String text(Branch root, boolean colours) {
    var lines = new TreeLines(colours);
    lines.line("", root);
    lines.branches("", root.branches());
    return lines.out.toString();
  }

  private void branches(String indent, List<Branch> branches) {
    for (int i = 0; i < branches.size(); i++) {
      boolean last = i == branches.size() - 1;
      line(indent + (last ? "└── " : "├── "), branches.get(i));
      branches(indent + (last ? "    " : "│   "), branches.get(i).branches());
    }
  }

  private void line(String indent, Branch branch) {
    out.append(indent).append(branch.id().subject());
    branch.health().ifPresent(health -> out.append("  ").append(verdict(health)));
    if (!branch.note().isEmpty()) {
      out.append("  ").append(Tone.FAINT.paint("(" + branch.note() + ")", colours));
    }
    out.append('\n');
  }

  private String verdict(Health health) {
    String word = tone(health.status()).paint(health.status().word(), colours);
    boolean telling = health.status() != Status.CURRENT && !health.message().isEmpty();
    return telling ? word + ": " + ShortHashes.in(health.message()) : word;
  }

  private static Tone tone(Status status) {
    return switch (status) {
      case CURRENT -> Tone.GOOD;
      case IN_PROGRESS, TERMINATING, UNKNOWN -> Tone.BUSY;
      case FAILED, NOT_FOUND -> Tone.BAD;
    };
  }
}
