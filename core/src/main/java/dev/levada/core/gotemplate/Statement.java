package dev.levada.core.gotemplate;

/// A part of a template that is executed for its output.
sealed interface Statement extends Node
    permits Action, Body, Choice, Invocation, Loop, LoopExit, Scope, Text {

  /// How execution goes on after a statement.
  enum Flow {
    NEXT,
    BREAK,
    CONTINUE
  }

  Flow execute(Frame frame);
}
