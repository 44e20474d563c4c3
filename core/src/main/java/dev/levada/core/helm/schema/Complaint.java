package dev.levada.core.helm.schema;

import java.util.List;

/// One line of what is wrong, and what stands indented below it.
///
/// @param instance the value, as a JSON pointer
/// @param text what is wrong with it
/// @param causes the details
record Complaint(String instance, String text, List<Complaint> causes) {

  static Complaint of(String instance, String text) {
    return new Complaint(instance, text, List.of());
  }

  void print(int depth, StringBuilder into) {
    into.append(into.isEmpty() ? "" : "\n").append("  ".repeat(depth));
    into.append("- at '").append(instance).append("': ").append(text);
    causes.forEach(cause -> cause.print(depth + 1, into));
  }
}
