package dev.levada.core.gotemplate.value;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A struct, or a scalar of a named type, with fields and methods: a time, a version, a duration.
public interface GoObject {

  /// How Go writes the type, such as `time.Time` or `*semver.Version`.
  String typeName();

  /// Its kind: a struct, a pointer, or that of the scalar below.
  default Kind kind() {
    return Kind.STRUCT;
  }

  /// A field's value, a method as a function value, or null where there is neither.
  @Nullable Object member(String name);

  /// What `{{ }}` and `%v` print.
  String text();

  /// Whether its type has a `String` or an `Error` method, so that `text()` is what it says.
  default boolean hasText() {
    return true;
  }

  /// What `%#v` prints.
  default String goSyntax() {
    return text();
  }

  /// Its fields as printf shows them where neither text nor number is asked for; empty where it has
  /// none to show.
  default Map<String, Object> fields() {
    return Map.of();
  }

  /// What JSON and YAML say in its place: a plain value.
  default Object plain() {
    return text();
  }

  /// What a copy by reflection gives, which does not see fields that are not exported.
  default GoObject copied() {
    return this;
  }

  /// A struct whose type has neither a `String` nor an `Error` method.
  interface Struct extends GoObject {

    @Override
    default boolean hasText() {
      return false;
    }
  }
}
