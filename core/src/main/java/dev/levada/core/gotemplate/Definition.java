package dev.levada.core.gotemplate;

/// A template that can be executed.
///
/// @param name how others call it
/// @param source the text that it is a part of
/// @param body what it does
/// @param slots how many variables it has, `$` included
record Definition(String name, Source source, Body body, int slots) {

  boolean isEmpty() {
    return body.isEmpty();
  }
}
