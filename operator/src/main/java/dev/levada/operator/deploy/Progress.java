package dev.levada.operator.deploy;

import dev.levada.operator.report.Attempt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// How far a run has come, for the report that is made of it, be its end good or bad.
final class Progress {

  private final AtomicReference<Attempt> attempt;

  Progress(Attempt begun) {
    this.attempt = new AtomicReference<>(begun);
  }

  Attempt attempt() {
    return attempt.get();
  }

  void reach(UnaryOperator<Attempt> step) {
    attempt.updateAndGet(step);
  }
}
