package dev.levada.checks.bars;

/// One counted point.
///
/// @param point its number in the list of twelve
/// @param what what is counted
/// @param ours the figure
/// @param bar what it must be
/// @param met whether it is
public record Row(int point, String what, String ours, String bar, boolean met) {

  String text() {
    return "| %d | %s | %s | %s | %s |".formatted(point, what, ours, bar, met ? "yes" : "**no**");
  }
}
