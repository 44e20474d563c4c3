package dev.levada.operator.runtime.lease;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a candidate does next.
sealed interface LeaseStep {

  /// There is no lease: create it, held by us.
  record Create(LeaseView lease) implements LeaseStep {}

  /// Nobody holds the lease any more: take it.
  record TakeOver(LeaseView lease) implements LeaseStep {}

  /// We hold the lease: say that we live.
  record Renew(LeaseView lease) implements LeaseStep {}

  /// Somebody else leads.
  record Follow(String leader) implements LeaseStep {}

  /// A lease, and since when it has looked like this to us. The holder's own times are not trusted:
  /// its clock may be another.
  record Sighting(LeaseView lease, Instant since) {

    /// What we know after we looked again.
    static Sighting of(@Nullable Sighting before, LeaseView lease, Instant now) {
      if (before != null && before.lease().equals(lease)) {
        return before;
      }
      return new Sighting(lease, now);
    }
  }

  /// Decides.
  ///
  /// @param seen the lease; null where there is none
  /// @param now what time it is
  /// @param identity who we are
  /// @param duration how long a lease lasts that we write
  static LeaseStep next(@Nullable Sighting seen, Instant now, String identity, Duration duration) {
    if (seen == null) {
      return new Create(new LeaseView(identity, duration, now, now, 0, ""));
    }
    LeaseView lease = seen.lease();
    if (lease.holder().equals(identity)) {
      return new Renew(
          new LeaseView(
              identity, duration, lease.acquired(), now, lease.transitions(), lease.version()));
    }
    boolean expired = !now.isBefore(seen.since().plus(lease.duration()));
    if (lease.holder().isEmpty() || expired) {
      return new TakeOver(
          new LeaseView(identity, duration, now, now, lease.transitions() + 1, lease.version()));
    }
    return new Follow(lease.holder());
  }
}
