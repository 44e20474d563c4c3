package dev.levada.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every folder below `cases/secret`, made by sops, age and gpg: `in.*`, opened with `keys`, must
/// become `out.*`, or fail with `error.txt`.
class SecretCasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases/secret");

  @TestFactory
  Stream<DynamicTest> everyFileOpensAsSopsOpensIt() throws IOException {
    try (var folders = Files.list(CASES)) {
      return folders.sorted().toList().stream()
          .map(folder ->
              DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }
  }

  private static void check(Path folder) throws IOException {
    Path error = folder.resolve("error.txt");
    if (Files.exists(error)) {
      var failure = catchThrowableOfType(DecryptionFailed.class, () -> open(folder));
      assertThat(failure).hasMessage(Files.readString(error).strip());
      assertThat(failure.fix()).as("what to do about it").isNotEmpty();
      return;
    }
    Opener.Content content = open(folder);
    Path wanted = file(folder, "out.");
    switch (SopsFormat.ofName(wanted.getFileName().toString())) {
      case YAML, JSON ->
          assertThat(documents(content.bytes()))
              .usingElementComparator((one, other) -> one.sameValue(other) ? 0 : 1)
              .isEqualTo(documents(Files.readAllBytes(wanted)));
      case DOTENV, INI, BINARY ->
          assertThat(new String(content.bytes(), java.nio.charset.StandardCharsets.UTF_8).strip())
              .isEqualTo(Files.readString(wanted).strip());
    }
    assertThat(content.intact())
        .as("whether it is as it was encrypted")
        .isEqualTo(!Files.exists(folder.resolve("options.txt")));
  }

  private static List<Node> documents(byte[] yaml) {
    return YamlReader.documents(yaml, YamlRules.RESOURCE_V3);
  }

  private static Opener.Content open(Path folder) throws IOException {
    var keys = new TreeMap<String, byte[]>();
    try (var files = Files.list(folder.resolve("keys"))) {
      for (Path file : files.toList()) {
        keys.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    Path in = file(folder, "in.");
    byte[] content = Files.readAllBytes(in);
    SopsFormat format = SopsFormat.ofEncrypted(content).orElseThrow();
    return new Opener(LocalKeys.of(keys))
        .open(content, format, SopsFormat.ofName(in.getFileName().toString()));
  }

  private static Path file(Path folder, String prefix) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow();
    }
  }
}
