package dev.levada.core.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.levada.core.hook.identity.Expected;
import dev.levada.core.hook.identity.IdentityToken;
import dev.levada.core.hook.identity.InvalidToken;
import dev.levada.core.hook.identity.KeySet;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every folder below `cases/hook/tokens`: tokens that openssl has signed, and what they prove.
class IdentityCasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases/hook/tokens");

  @TestFactory
  Stream<DynamicTest> aTokenProvesItsClaimsOrNothing() throws IOException {
    try (var folders = Files.list(CASES)) {
      return folders.sorted().toList().stream()
          .map(folder ->
              DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }
  }

  private static void check(Path folder) throws IOException {
    Path error = folder.resolve("error.txt");
    if (Files.exists(error)) {
      assertThat(catchThrowableOfType(InvalidToken.class, () -> claims(folder)))
          .hasMessage(Files.readString(error).strip());
      return;
    }
    assertThat(claims(folder).sameValue(read(folder.resolve("out.yaml")))).isTrue();
  }

  private static Mapping claims(Path folder) throws IOException {
    Mapping expected = read(folder.resolve("in/expected.yaml"));
    var keys = (Mapping) Json.read(Files.readAllBytes(folder.resolve("in/keys.json")));
    return new Expected(
            Set.copyOf(expected.sequenceAt("issuers").texts()), expected.textAt("audience"))
        .claims(
            IdentityToken.ofAuthorization(
                Files.readString(folder.resolve("in/authorization.txt")).strip()),
            KeySet.of(keys),
            Instant.parse(expected.textAt("now")));
  }

  private static Mapping read(Path file) throws IOException {
    return (Mapping)
        YamlReader.documents(Files.readAllBytes(file), YamlRules.RESOURCE_V3).getFirst();
  }
}
