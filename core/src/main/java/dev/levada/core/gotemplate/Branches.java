package dev.levada.core.gotemplate;

/// How statements with an else branch are printed.
final class Branches {

  private Branches() {}

  static String shown(String keyword, Pipeline pipeline, Body then, Body otherwise) {
    String rest = otherwise.statements().isEmpty() ? "" : "{{else}}" + otherwise;
    return "{{" + keyword + " " + pipeline + "}}" + then + rest + "{{end}}";
  }
}
