package dev.levada.cluster.config;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A bearer token that someone else keeps fresh (a mounted file, a credential plugin): read again
/// when it is old, and when the server rejects it.
public final class RenewedToken implements Credentials {

  private static final Logger LOG = LoggerFactory.getLogger(RenewedToken.class);
  private static final long LEAST_PAUSE = Duration.ofSeconds(5).toNanos();

  private final Supplier<String> source;
  private final long lifetime;
  private final LongSupplier nanoTime;
  private Held held;

  private record Held(String token, long readAt) {}

  /// @param first the token as it was read just now
  /// @param source reads the token again; empty where there is none
  /// @param lifetime how long it is used without being read again
  /// @param nanoTime the time, as {@link System#nanoTime} tells it
  public RenewedToken(
      String first, Supplier<String> source, Duration lifetime, LongSupplier nanoTime) {
    this.source = source;
    this.lifetime = lifetime.toNanos();
    this.nanoTime = nanoTime;
    this.held = new Held(first, nanoTime.getAsLong());
  }

  @Override
  public synchronized String authorization() {
    if (nanoTime.getAsLong() - held.readAt() > lifetime) {
      read();
    }
    return header();
  }

  @Override
  public synchronized boolean renew(String rejected) {
    if (header().equals(rejected) && nanoTime.getAsLong() - held.readAt() > LEAST_PAUSE) {
      read();
    }
    return !header().equals(rejected);
  }

  private void read() {
    String token = held.token();
    try {
      token = source.get();
    } catch (ClusterConfig.Unusable e) {
      // A file is being replaced, a plugin's server is away: the old token may do a little longer.
      LOG.warn("the token could not be renewed, going on with the old one: {}", e.getMessage());
    }
    held = new Held(token, nanoTime.getAsLong());
  }

  private String header() {
    return held.token().isEmpty() ? "" : "Bearer " + held.token();
  }
}
