package dev.levada.checks.bench;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Sequence;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The same measurement, made once or several times. A machine that others share is not equally
/// quick all the time, neither from run to run nor from the floor to the engine; the run whose
/// multiple of the floor lies in the middle stands for all.
///
/// @param runs what each found, from the smallest multiple of the floor to the largest
record Repeated(List<Result> runs) {

  Repeated {
    runs = runs.stream().sorted(Comparator.comparingDouble(Result::timesFloor)).toList();
  }

  /// The run that stands for all; of two in the middle the slower one.
  Result middle() {
    return runs.get(runs.size() / 2);
  }

  String row() {
    return middle().row(timesFloor());
  }

  private String timesFloor() {
    return runs.size() == 1
        ? String.format(Locale.ROOT, "%.2f", middle().timesFloor())
        : String.format(
            Locale.ROOT,
            "%.2f (%d runs: %.2f–%.2f)",
            middle().timesFloor(),
            runs.size(),
            runs.getFirst().timesFloor(),
            runs.getLast().timesFloor());
  }

  Mapping json() {
    var all = new Sequence(runs.stream().map(run -> Result.number(run.timesFloor())).toList());
    return middle().json().put("timesFloor", all);
  }
}
