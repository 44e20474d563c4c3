package dev.levada.core.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.hook.notice.Notice;
import dev.levada.core.hook.notice.RepositoryName;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every folder below `cases/hook`: a call that a Receiver accepts, with what it says, or refuses
/// (the signatures are another program's); and a payload, with the repositories that it is about.
class HookCasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases/hook");

  @TestFactory
  Stream<DynamicTest> genuineCallsAreToldFromOthers() throws IOException {
    return each("calls", HookCasesTest::check);
  }

  @TestFactory
  Stream<DynamicTest> aNotificationNamesItsRepositories() throws IOException {
    return each("notices", HookCasesTest::read);
  }

  private interface Check {
    void of(Path folder) throws IOException;
  }

  private static Stream<DynamicTest> each(String kind, Check check) throws IOException {
    try (var folders = Files.list(CASES.resolve(kind))) {
      return folders.sorted().toList().stream()
          .map(folder ->
              DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check.of(folder)));
    }
  }

  private static void check(Path folder) throws IOException {
    Mapping receiver = (Mapping) yaml(folder.resolve("in/receiver.yaml"));
    var check =
        new HookCheck(
            HookType.of(receiver.textAt("type")),
            receiver.sequenceAt("events").texts(),
            new SharedToken(receiver.textAt("token").getBytes(StandardCharsets.UTF_8)));
    switch (check.check(call(folder.resolve("in/call.http")))) {
      case Checked.Accepted(Mapping payload) -> {
        Node wanted = yaml(folder.resolve("out.yaml"));
        assertThat(payload.sameValue(wanted)).as("%s instead of %s", payload, wanted).isTrue();
      }
      case Checked.Refused(String why) ->
          assertThat(why).isEqualTo(Files.readString(folder.resolve("error.txt")).strip());
    }
  }

  private static Call call(Path file) throws IOException {
    String[] parts = Files.readString(file).split("(?<=^|\n)\n", 2);
    var headers = new HashMap<String, String>();
    parts[0]
        .lines()
        .forEach(line -> {
          String[] header = line.split(": ", 2);
          headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
        });
    return new Call(headers, parts[1].getBytes(StandardCharsets.UTF_8));
  }

  private static void read(Path folder) throws IOException {
    Mapping payload = (Mapping) Json.read(Files.readAllBytes(folder.resolve("in/payload.json")));
    Node wanted = yaml(folder.resolve("out.yaml"));
    Node found =
        switch (Notice.of(payload)) {
          case Notice.Other _ -> Scalar.of("none");
          case Notice.Named named ->
              new Sequence(
                  named.repositories().stream()
                      .map(HookCasesTest::word)
                      .sorted()
                      .map(Scalar::of)
                      .toList());
        };
    assertThat(found.sameValue(wanted)).as("%s instead of %s", found, wanted).isTrue();
  }

  private static String word(RepositoryName name) {
    return name.registry().isEmpty() ? name.path() : name.registry() + "/" + name.path();
  }

  private static Node yaml(Path file) throws IOException {
    return YamlReader.documents(Files.readAllBytes(file), YamlRules.RESOURCE_V3).getFirst();
  }
}
