package dev.levada.checks.bars;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Pairs of identical runs of six code lines or more. Imports, empty lines and comments between
/// them do not count.
final class Repetition {

  private static final int RUN = 6;

  private record Spot(int file, int line) {

    Spot plus(int lines) {
      return new Spot(file, line + lines);
    }
  }

  private record Pair(Spot one, Spot other) {

    Pair plus(int lines) {
      return new Pair(one.plus(lines), other.plus(lines));
    }
  }

  private final List<SourceFile> files;
  private final List<List<LineKinds.Line>> lines;

  private Repetition(List<SourceFile> files) {
    this.files = files;
    this.lines =
        files.stream()
            .map(file -> file.kinds().code().stream().filter(line -> !line.isImport()).toList())
            .toList();
  }

  /// Each pair as `file:line = file:line`.
  static List<String> in(List<SourceFile> files) {
    return new Repetition(files).find();
  }

  private List<String> find() {
    Set<Pair> pairs = pairs();
    var found = new ArrayList<String>();
    for (Pair pair : pairs) {
      // a longer run is one pair, told where it begins
      if (!pairs.contains(pair.plus(-1))) {
        found.add(place(pair.one()) + " = " + place(pair.other()));
      }
    }
    return found;
  }

  private Set<Pair> pairs() {
    Map<List<String>, List<Spot>> windows = new HashMap<>();
    var pairs = new LinkedHashSet<Pair>();
    for (int file = 0; file < lines.size(); file++) {
      List<String> texts = lines.get(file).stream().map(LineKinds.Line::text).toList();
      for (int line = 0; line + RUN <= texts.size(); line++) {
        var spot = new Spot(file, line);
        List<Spot> before =
            windows.computeIfAbsent(texts.subList(line, line + RUN), _ -> new ArrayList<>());
        before.forEach(other -> pairs.add(new Pair(other, spot)));
        before.add(spot);
      }
    }
    return pairs;
  }

  private String place(Spot spot) {
    return files.get(spot.file()).path() + ":" + lines.get(spot.file()).get(spot.line()).number();
  }
}
