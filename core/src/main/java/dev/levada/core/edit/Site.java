package dev.levada.core.edit;

import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/// A value that stands in a YAML text.
///
/// @param place where it stands in its document
/// @param document the number of its document, from 0
/// @param role what it is
/// @param start the index of its first character
/// @param end the index behind its last character
/// @param style how it is written
/// @param value what it says
record Site(
    Place place, int document, Role role, int start, int end, ScalarStyle style, String value) {

  /// What a site is.
  enum Role {
    /// A key of a mapping.
    KEY,
    /// A scalar that is no key.
    VALUE,
    /// Another name for an anchored node.
    ALIAS
  }

  /// Where a value stands in its document: under a key or at a number of what stands above it.
  ///
  /// @param above what holds it; empty at the root
  /// @param step the key or the number
  record Place(Optional<Place> above, String step) {

    static final Place ROOT = new Place(Optional.empty(), "");

    Place child(String name) {
      return new Place(Optional.of(this), name);
    }

    /// Whether these steps lead here from the root.
    boolean isAt(String... steps) {
      Optional<Place> place = Optional.of(this);
      for (int i = steps.length - 1; i >= 0; i--) {
        String wanted = steps[i];
        if (place.filter(at -> at.above.isPresent() && at.step.equals(wanted)).isEmpty()) {
          return false;
        }
        place = place.flatMap(Place::above);
      }
      return place.filter(at -> at.above.isEmpty()).isPresent();
    }
  }

  boolean isBlock() {
    return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
  }
}
