package dev.levada.core.helm.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Where templates draw random numbers from. With a seed each template of a release draws the same
/// numbers each time, whatever the other templates draw: a difference is then a difference.
final class SeededRandom implements RandomGenerator {

  private static final int BLOCK = 32;

  private final Optional<String> seed;
  private final Release release;
  private final RandomGenerator secure = new SecureRandom();
  private byte[] block = new byte[0];
  private String template = "";
  private long count;
  private int at;

  SeededRandom(Optional<String> seed, Release release) {
    this.seed = seed;
    this.release = release;
  }

  /// Begins a template.
  void begin(String name) {
    template = name;
    count = 0;
    at = BLOCK;
  }

  @Override
  public long nextLong() {
    if (seed.isEmpty()) {
      return secure.nextLong();
    }
    if (at + Long.BYTES > block.length || at == BLOCK) {
      block = next();
      at = 0;
    }
    long number = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      number = (number << 8) | (block[at + i] & 0xff);
    }
    at += Long.BYTES;
    return number;
  }

  private byte[] next() {
    count++;
    String input =
        String.join(
            "\0",
            seed.orElse(""),
            release.namespace(),
            release.name(),
            template,
            Long.toString(count));
    try {
      return MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
