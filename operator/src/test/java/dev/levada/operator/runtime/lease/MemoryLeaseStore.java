package dev.levada.operator.runtime.lease;

import java.util.Optional;

/// A lease in memory that several candidates share; each has its own way to it, which can break.
final class MemoryLeaseStore {

  private Optional<LeaseView> lease = Optional.empty();
  private int version;

  LeaseView lease() {
    return lease.orElseThrow();
  }

  /// One candidate's way to the store.
  final class Way implements LeaseStore {

    /// Requests fail before they arrive.
    boolean broken;

    /// Requests arrive, and their answers are lost.
    boolean deaf;

    @Override
    public Optional<LeaseView> get() {
      return answer(lease);
    }

    @Override
    public Optional<LeaseView> create(LeaseView wanted) {
      return write(wanted, lease.isEmpty());
    }

    @Override
    public Optional<LeaseView> update(LeaseView wanted) {
      return write(wanted, lease.isPresent() && lease.get().version().equals(wanted.version()));
    }

    private Optional<LeaseView> write(LeaseView wanted, boolean allowed) {
      if (!allowed || broken) {
        return answer(Optional.empty());
      }
      version++;
      lease =
          Optional.of(
              new LeaseView(
                  wanted.holder(),
                  wanted.duration(),
                  wanted.acquired(),
                  wanted.renewed(),
                  wanted.transitions(),
                  Integer.toString(version)));
      return answer(lease);
    }

    private Optional<LeaseView> answer(Optional<LeaseView> answer) {
      if (broken || deaf) {
        throw new IllegalStateException("the store does not answer");
      }
      return answer;
    }
  }
}
