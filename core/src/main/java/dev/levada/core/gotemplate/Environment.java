package dev.levada.core.gotemplate;

import java.time.Instant;
import java.util.random.RandomGenerator;

/// What an execution is handed from outside.
///
/// @param now the instant that functions take for now
/// @param random where random functions draw from: seeded for results that can be repeated, a
///   secure source for secrets that are kept
/// @param host what the caller's own functions ask for by {@link
///   dev.levada.core.gotemplate.function.Call#host}
public record Environment(Instant now, RandomGenerator random, Object host) {}
