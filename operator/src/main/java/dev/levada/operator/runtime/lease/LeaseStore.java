package dev.levada.operator.runtime.lease;

import java.util.Optional;

/// Where the lease is kept. What it throws means that nobody knows whether the call took effect.
public interface LeaseStore {

  /// The lease, if there is one.
  Optional<LeaseView> get();

  /// Creates the lease.
  ///
  /// @return as it stands now; empty where somebody else created it
  Optional<LeaseView> create(LeaseView lease);

  /// Replaces the lease if it still has the given version.
  ///
  /// @return as it stands now; empty where somebody else changed it
  Optional<LeaseView> update(LeaseView lease);
}
