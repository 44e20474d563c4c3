package dev.levada.core.plan.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.health.CaseFolder;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.plan.fields.FieldPath;
import dev.levada.core.plan.fields.ManagerCleanup;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Fields that are left to others: `ignore.txt` names them, `desired.json` comes from the source,
/// `live.json` is the object as it is, `dry-run.json` as the source would make it. `out.txt` tells
/// the fields that count as changed and, where there are any, the spec that is sent.
class IgnoredFieldsTest {

  static Stream<CaseFolder> cases() {
    return CaseFolder.of("ignored");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theFieldsOfOthersAreLeftAlone(CaseFolder in) {
    List<FieldPath> ignored = in.text("ignore.txt").lines().map(FieldPath::of).toList();
    Manifest live = in.manifest("live.json");
    Manifest dryRun = in.manifest("dry-run.json");
    List<FieldChange> changes = Drift.between(live, dryRun, ignored);
    Manifest sent =
        Concession.of(in.manifest("desired.json"), live, dryRun, ignored, ManagerCleanup.MANAGER);
    String told = changes.stream().map(FieldChange::text).collect(Collectors.joining("\n"));
    assertThat(changes.isEmpty() ? "no change" : told + "\nsent: " + Json.text(sent.root()))
        .isEqualTo(in.text("out.txt"));
  }

  @Test
  void aPointerIsReadAndWrittenAsItIs() {
    String pointer = "/metadata/annotations/example.org~1a~0b//0";
    assertThat(FieldPath.of(pointer).keys())
        .containsExactly("metadata", "annotations", "example.org/a~b", "", "0");
    assertThat(FieldPath.of(pointer)).hasToString(pointer);
  }

  @Test
  void whatIsNoPointerIsRefused() {
    assertThatThrownBy(() -> FieldPath.of("spec.replicas"))
        .hasMessage("'spec.replicas' does not begin with '/'");
    assertThatThrownBy(() -> FieldPath.of("/a".repeat(101)))
        .hasMessage("a pointer of 101 steps; 100 are allowed");
  }
}
