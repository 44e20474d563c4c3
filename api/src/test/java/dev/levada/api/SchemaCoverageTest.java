package dev.levada.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule of every kind is broken by at least one case, and every field that a user can set is
/// set by at least one that is accepted.
class SchemaCoverageTest {

  private static final Pattern INDEX = Pattern.compile("\\[\\d+\\]");

  static List<Definition> definitions() {
    return Definition.all();
  }

  static List<Case> cases() {
    return Case.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCaseIsAnObjectAndItsOutcome(Case one) {
    assertThat(one.files()).isIn(List.of("in.yaml", "out.yaml"), List.of("error.txt", "in.yaml"));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void aKindHasSeveralCasesThatAreAccepted(Definition definition) {
    assertThat(casesOf(definition).filter(one -> !one.isRefused())).hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void everyRuleOfTheSpecIsBrokenByACase(Definition definition) {
    Set<String> complaints =
        casesOf(definition)
            .filter(Case::isRefused)
            .flatMap(one -> one.complaints().stream())
            .map(line -> INDEX.matcher(line).replaceAll("[]"))
            .collect(Collectors.toSet());

    Set<String> keys =
        ofTheSpec(definition).flatMap(SchemaCoverageTest::keys).collect(Collectors.toSet());
    assertThat(ofTheSpec(definition).flatMap(schema -> expected(schema, keys)))
        .isNotEmpty()
        .filteredOn(rule -> complaints.stream().noneMatch(line -> line.contains(rule)))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void everyFieldOfTheSpecIsSetByAnAcceptedCase(Definition definition) {
    Set<String> paths =
        casesOf(definition)
            .filter(one -> !one.isRefused())
            .flatMap(one -> paths("spec", Yaml.mapping(one.in()).get("spec")))
            .collect(Collectors.toSet());

    assertThat(ofTheSpec(definition).filter(Schema::isProperty).map(Schema::path))
        .isNotEmpty()
        .filteredOn(path -> !paths.contains(path))
        .isEmpty();
  }

  private static Stream<Case> casesOf(Definition definition) {
    return cases().stream().filter(one -> one.kind().equals(definition.kind()));
  }

  private static Stream<Schema> ofTheSpec(Definition definition) {
    return definition.schema().all().filter(schema -> schema.path().startsWith("spec"));
  }

  /// How the API server starts to complain about each rule of a schema.
  private static Stream<String> expected(Schema schema, Set<String> keys) {
    Map<String, Object> rules = schema.rules();
    Map<String, Object> properties = Yaml.mapping(rules.get("properties"));
    Stream<String> required =
        Yaml.list(rules.get("required")).stream()
            .filter(name -> !Yaml.mapping(properties.get(name)).containsKey("default"))
            .map(name -> schema.path() + "." + name)
            .map(path -> keys.contains(path) ? "omits all key fields" : path + ": Required value");
    Stream<String> choices =
        rules.containsKey("enum")
            ? Stream.of(schema.path() + ": Unsupported value: ")
            : Stream.empty();
    Stream<String> forms =
        rules.containsKey("pattern")
            ? Stream.of(
                "%s in body should match '%s'".formatted(schema.path(), rules.get("pattern")))
            : Stream.empty();
    Stream<String> expressions =
        Yaml.list(rules.get("x-kubernetes-validations")).stream()
            .map(rule ->
                "%s: Invalid value: %s"
                    .formatted(schema.path(), Yaml.mapping(rule).get("message")));
    return Stream.of(required, choices, forms, expressions).flatMap(part -> part);
  }

  /// The fields by which server-side apply tells items of a list apart. It misses them before the
  /// schema does.
  private static Stream<String> keys(Schema schema) {
    return Yaml.list(schema.rules().get("x-kubernetes-list-map-keys")).stream()
        .map(key -> schema.path() + "[]." + key);
  }

  private static Stream<String> paths(String path, Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          Stream.concat(
              Stream.of(path),
              map.entrySet().stream()
                  .flatMap(entry -> paths(path + "." + entry.getKey(), entry.getValue())));
      case List<?> list ->
          Stream.concat(Stream.of(path), list.stream().flatMap(item -> paths(path + "[]", item)));
      default -> Stream.of(path);
    };
  }
}
