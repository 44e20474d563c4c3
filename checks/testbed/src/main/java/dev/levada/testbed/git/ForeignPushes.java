package dev.levada.testbed.git;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// Pushes of other people to a branch, each with a clone of its own and the real git: who loses a
/// race pulls and pushes again.
///
/// @param url the repository
/// @param folder where the clones go, by an absolute path; it need not exist
/// @param people how many push at once
/// @param each how many commits each of them pushes, one by one
public record ForeignPushes(String url, Path folder, int people, int each) {

  private static final int MOST_TRIES = 100;
  private static final byte[] NOTHING = new byte[0];

  /// Pushes files `foreign/PERSON-COMMIT` to `main`, and returns when all are there.
  public void run() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<CompletableFuture<Void>>();
      for (int person = 0; person < people; person++) {
        Path clone = folder.resolve("person-" + person);
        all.add(CompletableFuture.runAsync(() -> push(clone), threads));
      }
      all.forEach(CompletableFuture::join);
    }
  }

  private void push(Path clone) {
    git(clone.getRoot(), "clone", "--quiet", url, clone.toString());
    git(clone, "config", "user.name", "Person");
    git(clone, "config", "user.email", "person@example.com");
    for (int commit = 0; commit < each; commit++) {
      // A file of its own, made by git itself: no race of this kind can be a conflict.
      String name = "foreign/" + clone.getFileName() + "-" + commit;
      String blob =
          GitProgram.run(
              clone,
              Map.of(),
              name.getBytes(StandardCharsets.UTF_8),
              List.of("hash-object", "-w", "--stdin"));
      git(clone, "update-index", "--add", "--cacheinfo", "100644," + blob.strip() + "," + name);
      git(clone, "commit", "--quiet", "-m", "Add " + name);
      git(clone, "reset", "--quiet", "--hard");
      pushUntilAccepted(clone);
    }
  }

  private static void pushUntilAccepted(Path clone) {
    for (int tries = 1; ; tries++) {
      try {
        git(clone, "push", "--quiet", "origin", "HEAD:main");
        return;
      } catch (UncheckedIOException race) {
        if (tries == MOST_TRIES) {
          throw race;
        }
        git(clone, "pull", "--quiet", "--rebase", "origin", "main");
      }
    }
  }

  private static void git(Path folder, String... arguments) {
    GitProgram.run(folder, Map.of(), NOTHING, List.of(arguments));
  }
}
