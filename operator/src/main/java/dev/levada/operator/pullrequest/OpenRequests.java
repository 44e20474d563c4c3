package dev.levada.operator.pullrequest;

import dev.levada.fetch.forge.Forge;
import dev.levada.fetch.forge.PullRequest;
import dev.levada.operator.update.BranchChanges.Brought;
import java.util.List;
import java.util.Optional;

/// The open pull requests of a run. Where several are looked for, the host is asked for all at
/// once, unless there are so many that asking for each costs less.
final class OpenRequests {

  private final Forge forge;
  private final Optional<List<PullRequest>> all;

  /// @param forge the host
  /// @param slots what will be looked for
  OpenRequests(Forge forge, List<RequestSlot> slots) {
    this.forge = forge;
    int asked = (int) slots.stream().filter(slot -> !slot.superseded() && !slot.isOver()).count();
    this.all = asked > 1 ? forge.allOpen(asked) : Optional.empty();
  }

  Optional<PullRequest> find(RequestSlot slot) {
    Brought brought = slot.brought();
    return all.isEmpty()
        ? forge.find(brought.head(), brought.base())
        : all.get().stream().filter(each -> RequestSlot.isOf(each, brought)).findFirst();
  }
}
