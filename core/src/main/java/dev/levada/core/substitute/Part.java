package dev.levada.core.substitute;

import java.util.List;
import java.util.Optional;

/// One piece of a text with variables, as it was parsed.
sealed interface Part {

  /// What takes a value apart.
  sealed interface Cut extends Part {}

  /// Text that stays as it is.
  record Text(String text) implements Part {}

  /// `${name}`.
  record Variable(String name) implements Part {}

  /// `${#name}`.
  record Length(String name) implements Part {}

  /// `${name^}` and its three kin.
  record CaseChange(String name, boolean upper, boolean whole) implements Part {}

  /// `${name^,}` and `${name,^}`, which change nothing.
  record Kept(String name) implements Part {}

  /// `${name:-parts}`: the parts where the variable is unset or empty.
  record Otherwise(String name, List<Part> parts) implements Part {}

  /// `${name:from:length}`.
  record Slice(String name, Part from, Optional<Part> length) implements Cut {}

  /// `${name#glob}` and its three kin.
  record Trim(String name, Part glob, boolean atEnd, boolean longest) implements Cut {}

  /// `${name/pattern/replacement}` and its three kin.
  record Replace(String name, Where where, Part pattern, Part replacement) implements Cut {}

  /// Which occurrences a replacement is for.
  enum Where {
    FIRST,
    ALL,
    AT_START,
    AT_END
  }
}
