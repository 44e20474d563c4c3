package dev.levada.core.helm.release;

import java.util.Locale;
import java.util.Optional;

/// When a hook runs.
public enum HookEvent {
  /// Before anything is installed.
  PRE_INSTALL("pre-install"),
  /// After everything is installed.
  POST_INSTALL("post-install"),
  /// Before anything is deleted.
  PRE_DELETE("pre-delete"),
  /// After everything is deleted.
  POST_DELETE("post-delete"),
  /// Before anything is upgraded.
  PRE_UPGRADE("pre-upgrade"),
  /// After everything is upgraded.
  POST_UPGRADE("post-upgrade"),
  /// Before anything is rolled back.
  PRE_ROLLBACK("pre-rollback"),
  /// After everything is rolled back.
  POST_ROLLBACK("post-rollback"),
  /// When a person tests the release.
  TEST("test");

  private final String word;

  HookEvent(String word) {
    this.word = word;
  }

  /// The word in the annotation.
  public String word() {
    return word;
  }

  /// The event that a part of the annotation names.
  static Optional<HookEvent> of(String written) {
    String word = written.strip().toLowerCase(Locale.ROOT);
    if (word.equals("test-success")) {
      return Optional.of(TEST);
    }
    for (HookEvent event : values()) {
      if (event.word.equals(word)) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }
}
