package dev.levada.core.gotemplate.function;

import java.time.Instant;
import java.util.random.RandomGenerator;

/// What a function may ask of the execution that calls it.
public interface Call {

  /// The instant that was handed in as now.
  Instant now();

  /// The source of random numbers that was handed in.
  RandomGenerator random();

  /// The part of the caller that functions of its own work with, as it was handed in.
  <T> T host(Class<T> type);

  /// Charges work to the budget of the execution; a function charges what may be large before it
  /// does it: the bytes it makes, the elements it walks.
  void spend(long steps);

  /// Whether a template of this name exists.
  boolean defines(String template);

  /// What a template of the same set makes of data, within the same limits.
  String render(String template, Object data);

  /// What a text makes of data, parsed in a copy of the set: what it defines is seen by what it
  /// calls and by nobody else. The text is parsed once and remembered.
  String renderText(String name, String text, Object data);
}
