package dev.levada.core.sprig.encoding;

/// What a JSON text says, as far as Go can hold it: where a number is too large, nil stands in its
/// place and the rest is read.
///
/// @param value the value
/// @param trouble what Go says of the first number that is too large, or empty
record JsonText(Object value, String trouble) {}
