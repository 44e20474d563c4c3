package dev.levada.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `kubectl explain` shows.
class DescriptionTest {

  private static final int LONGEST = 400;

  static List<Definition> definitions() {
    return Definition.all();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void theKindSaysWhatItIsFor(Definition definition) {
    assertThat(description(definition.schema())).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void everyPropertyAtEveryDepthIsDescribed(Definition definition) {
    assertThat(properties(definition))
        .hasSizeGreaterThan(10)
        .allSatisfy(property ->
            assertThat(description(property))
                .as(property.path())
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(LONGEST));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void everyDescriptionIsMadeOfSentences(Definition definition) {
    assertThat(properties(definition))
        .allSatisfy(property ->
            assertThat(description(property))
                .as(property.path())
                .matches("(?s)[A-Z`-].*[.]")
                .doesNotContain("\n", "  "));
  }

  /// The API server refuses a description of `metadata`, which it describes itself.
  private static List<Schema> properties(Definition definition) {
    return definition
        .schema()
        .all()
        .filter(schema -> schema.isProperty() && !schema.path().equals("metadata"))
        .toList();
  }

  private static String description(Schema schema) {
    return String.valueOf(schema.rules().getOrDefault("description", ""));
  }
}
