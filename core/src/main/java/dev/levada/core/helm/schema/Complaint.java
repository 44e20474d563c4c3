package dev.levada.core.helm.schema;

import java.util.List;

/// One line of what is wrong, and what stands indented below it.
///
/// @param instance the value, as a JSON pointer
/// @param text what is wrong with it
/// @param causes the details
/// @param isBare whether it only holds its causes together, and is left out where it stands alone
record Complaint(String instance, String text, List<Complaint> causes, boolean isBare) {

  private static final String HEADING = "validation failed";

  static Complaint of(String instance, String text) {
    return of(instance, text, List.of());
  }

  static Complaint of(String instance, String text, List<Complaint> causes) {
    return new Complaint(instance, text, causes, false);
  }

  /// Several complaints of one schema stand below one line.
  static List<Complaint> together(String instance, List<Complaint> all) {
    return all.size() < 2 ? all : List.of(new Complaint(instance, HEADING, all, true));
  }

  /// What a schema says that another refers to: several complaints keep their line even where it
  /// stands alone.
  static List<Complaint> referred(String instance, List<Complaint> all) {
    List<Complaint> causes = alone(all);
    return causes.size() < 2 ? causes : List.of(of(instance, HEADING, causes));
  }

  /// What is printed where nothing else stands beside it.
  static List<Complaint> alone(List<Complaint> all) {
    return all.size() == 1 && all.getFirst().isBare ? all.getFirst().causes : all;
  }

  void print(int depth, StringBuilder into) {
    into.append(into.isEmpty() ? "" : "\n").append("  ".repeat(depth));
    into.append("- at '").append(instance).append("': ").append(text);
    causes.forEach(cause -> cause.print(depth + 1, into));
  }
}
