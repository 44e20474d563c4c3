package dev.levada.fetch.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagStoreTest {

  @TempDir Path folder;

  private static StoredTags tags(String image, String... tags) {
    return new StoredTags(image, "\"etag\"", List.of(tags));
  }

  @Test
  void whatIsKeptIsThereAfterARestart() {
    var many = IntStream.range(0, 5_000).mapToObj(i -> "1.0." + i).toList();
    new TagStore(folder).put(new StoredTags("ghcr.io/a/b", "", many));
    new TagStore(folder).put(tags("ghcr.io/a/c", "1", "2"));

    var again = new TagStore(folder);

    assertThat(again.get("ghcr.io/a/b").orElseThrow().tags()).isEqualTo(many);
    assertThat(again.get("ghcr.io/a/c")).hasValue(tags("ghcr.io/a/c", "1", "2"));
    assertThat(again.get("ghcr.io/a/d")).isEmpty();
    again.put(new StoredTags("ghcr.io/a/c", "", List.of()));
    assertThat(again.get("ghcr.io/a/c").orElseThrow().tags()).isEmpty();
    again.keepOnly(List.of("ghcr.io/a/c"));
    assertThat(again.get("ghcr.io/a/b")).isEmpty();
  }

  @Test
  void whatIsDamagedCountsAsMissing() throws IOException {
    var store = new TagStore(folder);
    store.put(tags("app", "1", "2"));
    Path file = onlyFile();
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(store.get("app")).as("cut to %d bytes", length).isEmpty();
    }
    for (int at = 0; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 1;
      Files.write(file, flipped);
      assertThat(store.get("app")).as("byte %d flipped", at).isEmpty();
    }
    Files.write(file, whole);
    assertThat(store.get("app")).isPresent();
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void aProcessThatIsKilledLeavesAWholeList() throws Exception {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try (var said = writer.inputReader()) {
      for (int i = 0; i < 20; i++) {
        assertThat(said.readLine()).isEqualTo("written");
      }
      writer.destroyForcibly().waitFor();
    }

    StoredTags left = new TagStore(folder).get("app").orElseThrow();

    assertThat(left.tags()).hasSize(KilledWriter.COUNT).containsOnly(left.tags().getFirst());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  /// Writes lists without end.
  static final class KilledWriter {

    static final int COUNT = 2_000;

    private KilledWriter() {}

    public static void main(String[] arguments) {
      var store = new TagStore(Path.of(arguments[0]));
      for (int i = 0; ; i++) {
        String tag = "round-" + i;
        store.put(new StoredTags("app", "", IntStream.range(0, COUNT).mapToObj(j -> tag).toList()));
        System.out.println("written");
      }
    }
  }
}
