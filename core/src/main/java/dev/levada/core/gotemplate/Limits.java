package dev.levada.core.gotemplate;

import java.util.function.BooleanSupplier;

/// How much an execution may take.
///
/// @param steps nodes executed, elements walked and bytes made by functions, in all
/// @param output bytes of output, those of nested templates included
/// @param depth templates within templates
/// @param interrupted asked now and then; true ends the execution
public record Limits(long steps, long output, int depth, BooleanSupplier interrupted) {

  /// What a chart of ordinary size never reaches.
  public static final Limits USUAL =
      new Limits(2_000_000_000L, 256L * 1024 * 1024, 100_000, () -> false);
}
