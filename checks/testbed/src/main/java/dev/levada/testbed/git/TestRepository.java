package dev.levada.testbed.git;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A bare repository that tests write commits into, with the real git program. Authors and dates
/// are fixed (one minute a commit from the start of 2026), so the same steps give the same ids.
public final class TestRepository {

  /// When the first commit is made; each further one is a minute later.
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final String WHO = "Test <test@example.com> ";
  private static final byte[] NOTHING = new byte[0];

  private final Path path;
  private final AtomicInteger minutes = new AtomicInteger();

  private TestRepository(Path path) {
    this.path = path;
  }

  /// Makes an empty bare repository whose default branch is `main`.
  ///
  /// @param path the folder, ending in `.git` by custom; it need not exist
  public static TestRepository create(Path path) {
    Path folder = path.toAbsolutePath();
    run(folder.getRoot(), NOTHING, "init", "--quiet", "--bare", "-b", "main", folder.toString());
    return new TestRepository(folder);
  }

  /// The repository's folder.
  public Path path() {
    return path;
  }

  /// Writes text files (path to text) in one commit on `main` and returns the commit's id.
  public String commit(Map<String, String> texts) {
    return commit("main", texts);
  }

  /// As {@link #commit(Map)}, on a branch, which is made if it is not there (from nothing).
  public String commit(String branch, Map<String, String> texts) {
    List<Edit> edits =
        new TreeMap<>(texts)
            .entrySet().stream()
                .<Edit>map(file -> Edit.File.text(file.getKey(), file.getValue()))
                .toList();
    return commit(branch, "Change " + texts.size() + " files", edits);
  }

  /// Makes one commit of any edits on a branch and returns its id.
  public String commit(String branch, String message, List<Edit> edits) {
    var stream = new ByteArrayOutputStream();
    say(stream, "commit refs/heads/" + branch + "\nmark :1\ncommitter " + WHO + date() + "\n");
    data(stream, message.getBytes(StandardCharsets.UTF_8));
    if (!git("for-each-ref", "refs/heads/" + branch).isEmpty()) {
      say(stream, "from refs/heads/" + branch + "^0\n");
    }
    edits.forEach(edit -> say(stream, edit));
    say(stream, "\nget-mark :1\n");
    return run(path, stream.toByteArray(), "fast-import", "--quiet", "--force").strip();
  }

  /// Makes a branch point at a commit, wherever it pointed before.
  public void branch(String name, String commit) {
    git("update-ref", "refs/heads/" + name, commit);
  }

  /// Makes any reference (`refs/pull/1/head`) point at an object.
  public void reference(String name, String object) {
    git("update-ref", name, object);
  }

  /// Makes a lightweight tag.
  public void tag(String name, String commit) {
    git("tag", "--force", name, commit);
  }

  /// Makes an annotated tag.
  public void annotatedTag(String name, String commit, String message) {
    String when = date();
    run(
        path,
        Map.of(
            "GIT_COMMITTER_NAME", "Test",
            "GIT_COMMITTER_EMAIL", "test@example.com",
            "GIT_COMMITTER_DATE", when),
        "tag",
        "--force",
        "-a",
        "-m",
        message,
        name,
        commit);
  }

  /// Runs any git command in the repository and returns what it printed, without the last line
  /// break.
  public String git(String... arguments) {
    return run(path, NOTHING, arguments).strip();
  }

  private String date() {
    return START.getEpochSecond() + 60L * minutes.getAndIncrement() + " +0000";
  }

  private static void say(ByteArrayOutputStream stream, Edit edit) {
    String path = quote(edit.path());
    switch (edit) {
      case Edit.File file -> {
        say(stream, "M " + (file.executable() ? "100755" : "100644") + " inline " + path + "\n");
        data(stream, file.bytes());
      }
      case Edit.Link link -> {
        say(stream, "M 120000 inline " + path + "\n");
        data(stream, link.target().getBytes(StandardCharsets.UTF_8));
      }
      case Edit.Submodule module -> say(stream, "M 160000 " + module.commit() + " " + path + "\n");
      case Edit.Removal removal -> say(stream, "D " + quote(removal.path()) + "\n");
    }
  }

  private static void data(ByteArrayOutputStream stream, byte[] bytes) {
    say(stream, "data " + bytes.length + "\n");
    stream.writeBytes(bytes);
    say(stream, "\n");
  }

  private static void say(ByteArrayOutputStream stream, String text) {
    stream.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String quote(String path) {
    return '"' + path.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private static String run(Path folder, byte[] input, String... arguments) {
    return GitProgram.run(folder, Map.of(), input, List.of(arguments));
  }

  private static String run(Path folder, Map<String, String> more, String... arguments) {
    return GitProgram.run(folder, more, NOTHING, List.of(arguments));
  }
}
