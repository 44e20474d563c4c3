package dev.levada.cli.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Which names someone may have meant.
public final class NearNames {

  private static final int MOST = 3;

  private NearNames() {}

  /// The nearest names: a few letters away, or with the wrong name in them.
  public static List<String> of(String wrong, Collection<String> names) {
    int reach = Math.max(1, wrong.length() / 3);
    return names.stream()
        .distinct()
        .filter(name -> name.contains(wrong) || distance(wrong, name) <= reach)
        .sorted(
            Comparator.<String>comparingInt(name -> distance(wrong, name))
                .thenComparing(name -> name))
        .limit(MOST)
        .toList();
  }

  /// How many letters must be put in, taken out, changed or swapped with their neighbour to make
  /// one word of another.
  static int distance(String from, String to) {
    var steps = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, from, to, i, j);
      }
    }
    return steps[from.length()][to.length()];
  }

  private static int step(int[][] steps, String from, String to, int i, int j) {
    boolean same = from.charAt(i - 1) == to.charAt(j - 1);
    int changed = steps[i - 1][j - 1] + (same ? 0 : 1);
    int best = Math.min(changed, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
  }
}
