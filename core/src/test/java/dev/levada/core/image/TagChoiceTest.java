package dev.levada.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagChoiceTest {

  private static final TagFilter ALL = TagFilter.of("", "");

  private static TagPolicy policy(String kind, String argument) {
    return switch (kind) {
      case "semver" -> TagPolicy.Semver.of(argument);
      case "alphabetical" -> new TagPolicy.Alphabetical(SortOrder.of(argument));
      default -> new TagPolicy.Numerical(SortOrder.of(argument));
    };
  }

  @ParameterizedTest(name = "{0} {1} of {2} is {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "semver | >=1.0.0 | 1.0.0 1.2.0 v1.10.0 1.9.9 | v1.10.0",
        "semver | 1.x | 1.0.0 1.2.0-rc.1 2.0.0 | 1.0.0",
        "semver | >=1.0.0-0 | 1.0.0 1.2.0-rc.1 | 1.2.0-rc.1",
        "semver | * | 1.0 2 1.2.3 latest | 1.2.3",
        "semver | >=1.0.0 | 1.2.3+b 1.2.3+a 1.2.3 | 1.2.3+b",
        "semver | >=1.0.0 | 01.02.03 1.2.2 | 01.02.03",
        "alphabetical | asc | a B c Z | c",
        "alphabetical | desc | b B c Z | B",
        "alphabetical | | RELEASE.2024-01 RELEASE.2024-11 RELEASE.2023-12 | RELEASE.2024-11",
        "numerical | asc | 9 10 1e1 -5 | 10",
        "numerical | desc | 9 10 0.5 .25 | .25",
        "numerical | asc | 5 0x1p8 100 | 0x1p8",
      })
  void theLatestTagIsChosen(String kind, String argument, String tags, String expected) {
    var choice = new TagChoice(ALL, policy(kind, argument == null ? "" : argument));

    assertThat(choice.choose(List.of(tags.split(" ")))).isEqualTo(expected);
  }

  @Test
  void whatAFilterExtractsIsComparedAndTheTagIsGivenBack() {
    var filter = TagFilter.of("^main-[a-f0-9]+-(?P<ts>[0-9]+)", "$ts");
    var choice = new TagChoice(filter, new TagPolicy.Numerical(SortOrder.ASCENDING));

    assertThat(choice.choose(List.of("main-abc-9", "main-0f-10", "dev-1-99")))
        .isEqualTo("main-0f-10");
  }

  @Test
  void ofTwoTagsWithTheSameValueTheLastStands() {
    var filter = TagFilter.of("^(.*)-(.*)$", "${1}");

    assertThat(filter.apply(List.of("1.0.0-a", "1.0.0-b"))).containsOnlyKeys("1.0.0");
    assertThat(filter.apply(List.of("1.0.0-a", "1.0.0-b"))).containsValue("1.0.0-b");
  }

  @ParameterizedTest
  @CsvSource({
    "$1,12",
    "${2},34",
    "$1-$2,12-34",
    "$1x,''",
    "${1}x,12x",
    "$$1,$1",
    "$name,34",
    "$,$",
    "${1,${1"
  })
  void templatesAreThoseOfGo(String template, String expected) {
    var filter = TagFilter.of("([0-9]+)[.](?P<name>[0-9]+)", template);

    assertThat(filter.apply(List.of("12.34"))).containsOnlyKeys(expected);
  }

  @Test
  void whyNoneIsChosenIsTold() {
    List<String> tags = List.of("latest", "1.0.0");

    assertThatThrownBy(() -> new TagChoice(ALL, TagPolicy.Semver.of(">=2.0.0")).choose(tags))
        .isInstanceOf(NoTagChosen.class)
        .hasMessageStartingWith(
            "none of the 2 tags is a version in the range '>=2.0.0'. Push a tag such as 1.2.3");
    assertThatThrownBy(
            () -> new TagChoice(ALL, new TagPolicy.Numerical(SortOrder.ASCENDING)).choose(tags))
        .isInstanceOf(NoTagChosen.class)
        .hasMessageContaining("the tag 'latest' is no number");
    assertThatThrownBy(
            () -> new TagChoice(TagFilter.of("^x", ""), TagPolicy.Semver.of("*")).choose(tags))
        .isInstanceOf(NoTagChosen.class)
        .hasMessageContaining("none of the 2 tags matches filterTags.pattern");
  }

  @Test
  void aPolicyThatMeansNothingIsTold() {
    assertThatThrownBy(() -> TagPolicy.Semver.of("one")).isInstanceOf(InvalidPolicy.class);
    assertThatThrownBy(() -> TagFilter.of("(", "")).isInstanceOf(InvalidPolicy.class);
    assertThatThrownBy(() -> SortOrder.of("up")).isInstanceOf(InvalidPolicy.class);
    assertThatThrownBy(() -> DigestReflection.of("Often")).isInstanceOf(InvalidPolicy.class);
    assertThatThrownBy(() -> ScannedTags.of(List.of(), List.of("[")))
        .isInstanceOf(InvalidPolicy.class);
  }

  @Test
  void messagesAreToTheLetter() {
    var now = new ChosenImage("ghcr.io/org/app", "2.0.0", "sha256:b");
    var before = new ChosenImage("ghcr.io/org/app", "1.0.0", "sha256:a");

    assertThat(new ChosenImage("app", "1", "").message(ChosenImage.NONE))
        .isEqualTo("Latest image tag for app resolved to 1");
    assertThat(now.message(before))
        .isEqualTo(
            "Latest image tag for ghcr.io/org/app resolved to 2.0.0 with digest sha256:b"
                + " (previously ghcr.io/org/app:1.0.0@sha256:a)");
    var tags = ScannedTags.of(List.of("b", "a.sig", "a"), List.of("^.*\\.sig$"));
    assertThat(tags.message())
        .isEqualTo("successful scan: found 2 tags with checksum " + tags.checksum());
  }

  @Test
  void latestTagsAreTheLastTenBackwards() {
    var tags =
        ScannedTags.of(IntStream.range(10, 30).mapToObj(Integer::toString).toList(), List.of());

    assertThat(tags.latest())
        .containsExactly("29", "28", "27", "26", "25", "24", "23", "22", "21", "20");
  }

  @Test
  void digestsAreAskedForAsThePolicySays() {
    var before = new ChosenImage("app", "1", "sha256:a");

    assertThat(DigestReflection.ALWAYS.asks(before, "1")).isTrue();
    assertThat(DigestReflection.IF_NOT_PRESENT.asks(before, "1")).isFalse();
    assertThat(DigestReflection.IF_NOT_PRESENT.asks(before, "2")).isTrue();
    assertThat(DigestReflection.NEVER.asks(before, "2")).isFalse();
  }
}
