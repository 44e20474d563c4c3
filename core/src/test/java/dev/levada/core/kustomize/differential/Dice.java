package dev.levada.core.kustomize.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Chance, repeatable by its seed.
final class Dice {

  private final Random random;
  private final boolean wild;

  Dice(long seed) {
    this.random = new Random(seed * 7919 + 17);
    this.wild = random.nextInt(6) == 0;
  }

  /// Whether mistakes may be made.
  boolean isWild() {
    return wild;
  }

  int upTo(int most) {
    return random.nextInt(most + 1);
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> List<T> some(int least, int most, Supplier<T> each) {
    var all = new ArrayList<T>();
    int count = least + random.nextInt(most - least + 1);
    for (int i = 0; i < count; i++) {
      all.add(each.get());
    }
    return all;
  }

  /// The text once in n, else nothing.
  String maybe(int n, String text) {
    return oneIn(n) ? text : "";
  }
}
