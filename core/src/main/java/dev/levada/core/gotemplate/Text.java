package dev.levada.core.gotemplate;

/// Text between actions.
record Text(int position, String text) implements Statement {

  @Override
  public Flow execute(Frame frame) {
    frame.write(text);
    return Flow.NEXT;
  }

  @Override
  public String toString() {
    return text;
  }

  boolean isBlank() {
    return text.isBlank();
  }
}
