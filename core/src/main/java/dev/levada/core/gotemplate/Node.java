package dev.levada.core.gotemplate;

/// A part of a template that errors can point at; its text is as Go prints it.
interface Node {

  /// Where it stands, in characters.
  int position();
}
