package dev.levada.core.gotemplate.number;

/// A complex128, which only a literal such as `2i` makes.
///
/// @param real the real part
/// @param imaginary the imaginary part
public record Complex(double real, double imaginary) {}
