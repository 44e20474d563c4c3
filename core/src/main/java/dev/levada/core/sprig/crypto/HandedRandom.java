package dev.levada.core.sprig.crypto;

import dev.levada.core.gotemplate.function.Call;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/// The random source of an execution in the form that makers of keys want. It is as secure as the
/// source that was handed in.
final class HandedRandom extends SecureRandom {

  private static final long serialVersionUID = 1;

  private final transient RandomGenerator source;

  HandedRandom(Call call) {
    this.source = call.random();
  }

  @Override
  public void nextBytes(byte[] bytes) {
    source.nextBytes(bytes);
  }

  @Override
  public byte[] generateSeed(int count) {
    var seed = new byte[count];
    source.nextBytes(seed);
    return seed;
  }
}
