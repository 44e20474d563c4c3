package dev.levada.core.kustomize.differential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The real kustomize as a process.
///
/// @param binary its path
record Oracle(Path binary) {

  /// What it said.
  ///
  /// @param ok whether it exited with 0
  /// @param text the output, or the message without absolute paths
  record Answer(boolean ok, String text) {}

  Answer build(Path root, String folder) throws IOException, InterruptedException {
    Path errors = root.resolve(".errors");
    Process process =
        new ProcessBuilder(binary.toString(), "build", root.resolve(folder).toString())
            .redirectError(errors.toFile())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean ok = process.waitFor() == 0;
    String said = java.nio.file.Files.readString(errors);
    java.nio.file.Files.delete(errors);
    return new Answer(ok, ok ? output : relative(said, root));
  }

  private static String relative(String said, Path root) {
    int error = said.indexOf("Error: ");
    int panic = Math.max(0, said.indexOf("panic: "));
    String message =
        error < 0
            ? said.substring(panic, Math.min(panic + 400, said.length()))
            : said.substring(error + 7);
    return message
        .replace(root + "/", "")
        .replace(root.toString(), "")
        .replaceAll("merging from generator &\\{[^}]*\\}", "merging from generator")
        .strip();
  }
}
