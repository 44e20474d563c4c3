package dev.levada.cli.print;

import dev.levada.core.manifest.Manifest;
import java.util.Locale;

/// How `kubectl` names an object in its arguments and answers.
final class TypedName {

  private TypedName() {}

  /// `kind.group/name` in small letters, without the group where there is none.
  static String of(Manifest object) {
    String group = object.type().group();
    String kind = object.kind().toLowerCase(Locale.ROOT);
    return (group.isEmpty() ? kind : kind + "." + group) + "/" + object.name();
  }
}
