package dev.levada.core.gotemplate;

import java.util.ArrayList;
import java.util.List;

/// The variables that are in scope while a template is parsed, and where each is kept.
final class Variables {

  private final List<Declaration> visible = new ArrayList<>();
  private int slots;

  Variables() {
    declare("$");
  }

  Declaration declare(String name) {
    var declaration = new Declaration(name, slots++);
    visible.add(declaration);
    return declaration;
  }

  /// Makes a name known that stands left of `:=` or `=`. Until it is declared it means the outer
  /// variable; where there is none, using or assigning it fails when it is executed.
  void anticipate(String name) {
    visible.add(find(name));
  }

  boolean knows(String name) {
    return visible.stream().anyMatch(declaration -> declaration.name().equals(name));
  }

  Declaration find(String name) {
    for (int i = visible.size() - 1; i >= 0; i--) {
      if (visible.get(i).name().equals(name)) {
        return visible.get(i);
      }
    }
    return new Declaration(name, -1);
  }

  int mark() {
    return visible.size();
  }

  /// Forgets what was declared since a mark.
  void release(int mark) {
    visible.subList(mark, visible.size()).clear();
  }

  int slots() {
    return slots;
  }
}
