package dev.levada.core.gotemplate;

/// A variable that a pipeline declares or assigns.
///
/// @param name with its `$`
/// @param slot where its value is kept; negative for a variable that was never declared
record Declaration(String name, int slot) {}
