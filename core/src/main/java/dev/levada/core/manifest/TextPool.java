package dev.levada.core.manifest;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The short texts that a reader met lately, so that `apiVersion` is one string however often it
/// stands there. Each place holds one text; a newcomer takes it over.
final class TextPool {

  private static final int LONGEST = 40;

  private final @Nullable String[] keys;
  private final @Nullable Scalar[] scalars;
  private final YamlRules rules;

  /// @param bytes how large the text is
  TextPool(int bytes, YamlRules rules) {
    int size = Math.clamp(Integer.highestOneBit(bytes / 16 + 1), 32, 1024);
    this.keys = new String[size];
    this.scalars = new Scalar[size];
    this.rules = rules;
  }

  /// The text as a key.
  String key(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return text(bytes, from, to);
    }
    int place = place(bytes, from, to);
    String known = keys[place];
    if (known != null && isSame(known, bytes, from, to)) {
      return known;
    }
    String made = text(bytes, from, to);
    keys[place] = made;
    return made;
  }

  /// The scalar that the unquoted text stands for.
  Scalar scalar(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return PlainScalars.resolve(text(bytes, from, to), rules);
    }
    int place = place(bytes, from, to);
    Scalar known = scalars[place];
    if (known != null && isSame(known.text(), bytes, from, to)) {
      return known;
    }
    Scalar made = PlainScalars.resolve(text(bytes, from, to), rules);
    scalars[place] = made;
    return made;
  }

  private int place(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    return (hash ^ (hash >>> 11) ^ (hash >>> 22)) & (keys.length - 1);
  }

  private static boolean isSame(String known, byte[] bytes, int from, int to) {
    if (known.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      // A byte of a longer character is negative and equals no char.
      if (known.charAt(i - from) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
