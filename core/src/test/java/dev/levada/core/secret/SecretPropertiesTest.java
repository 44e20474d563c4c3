package dev.levada.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// What anybody may have done to an encrypted file opens, or fails with a reason.
class SecretPropertiesTest {

  private static final Path CASES = Path.of("src/test/resources/cases/secret");
  private static final Map<String, SopsFormat> FILES =
      Map.of(
          "an-age-key/in.yaml", SopsFormat.YAML,
          "json/in.json", SopsFormat.JSON,
          "dotenv/in.env", SopsFormat.DOTENV,
          "ini/in.ini", SopsFormat.INI,
          "binary/in.bin", SopsFormat.BINARY,
          "a-post-quantum-age-key/in.yaml", SopsFormat.YAML,
          "a-curve-pgp-key/in.yaml", SopsFormat.YAML);

  @Property(tries = 300)
  void aChangedFileOpensOrFailsWithAReason(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 1_000_000) Integer> places,
      @ForAll byte change)
      throws IOException {
    for (var file : FILES.entrySet()) {
      byte[] content = Files.readAllBytes(CASES.resolve(file.getKey()));
      places.forEach(place -> content[place % content.length] = change);
      open(CASES.resolve(file.getKey()).getParent(), content, file.getValue());
    }
  }

  @FuzzTest
  void noContentBreaksTheOpener(byte[] content) {
    for (SopsFormat format : SopsFormat.values()) {
      open(List.of(), content, format);
    }
  }

  private static void open(Path folder, byte[] content, SopsFormat format) throws IOException {
    try (var keys = Files.list(folder.resolve("keys"))) {
      Path key = keys.findFirst().orElseThrow();
      open(
          LocalKeys.of(Map.of(key.getFileName().toString(), Files.readAllBytes(key))),
          content,
          format);
    }
  }

  private static void open(List<KeyService> keys, byte[] content, SopsFormat format) {
    try {
      assertThat(new Opener(keys).open(content, format, format).bytes()).isNotNull();
    } catch (DecryptionFailed e) {
      assertThat(e.fix()).isNotEmpty();
      assertThat(e.getMessage()).doesNotContain("AGE-SECRET-KEY");
    }
  }
}
