package dev.levada.operator.pullrequest;

import dev.levada.api.ImageUpdateAutomation;
import dev.levada.api.PullRequestPolicy;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.operator.update.BranchChanges;
import dev.levada.operator.update.BranchChanges.Brought;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Tells which pull requests there are or may be: one for all images or one for each ImagePolicy,
/// and those of an earlier spec that are still open.
///
/// @param policy what the user wants
/// @param automation whose images they are
/// @param all what all images bring
/// @param now the time, for templates
record RequestSlots(
    PullRequestPolicy policy, ImageUpdateAutomation automation, Brought all, Instant now) {

  /// First those whose place another one takes, then the others by name.
  ///
  /// @throws FailureException where a branch cannot be used
  List<RequestSlot> list() {
    List<Mapping> known = known();
    List<RequestSlot> wanted = policy.spec().grouping().perImagePolicy() ? each(known) : one(known);
    var slots = new ArrayList<RequestSlot>();
    for (Mapping entry : known) {
      var old = new RequestSlot(entry.textAt("policy"), nothing(entry), true, entry);
      if (old.isKnownOpen()
          && wanted.stream().noneMatch(slot -> RequestSlot.isOf(entry, slot.brought()))) {
        slots.add(old);
      }
    }
    slots.addAll(wanted);
    return List.copyOf(slots);
  }

  private static Brought nothing(Mapping entry) {
    return new Brought(entry.textAt("head"), entry.textAt("base"), new TreeMap<>(), List.of());
  }

  private List<Mapping> known() {
    var known = new ArrayList<Mapping>();
    Mapping one = policy.status().mappingAt("pullRequest");
    if (!one.isEmpty()) {
      known.add(one);
    }
    for (Node node : policy.status().sequenceAt("pullRequests")) {
      if (node instanceof Mapping entry) {
        known.add(entry);
      }
    }
    return known;
  }

  private List<RequestSlot> one(List<Mapping> known) {
    return List.of(new RequestSlot("", all, false, find(known, all)));
  }

  private List<RequestSlot> each(List<Mapping> known) {
    var slots = new ArrayList<RequestSlot>();
    branches()
        .forEach((name, branch) -> {
          Brought brought = all.only(automation.metadata().namespace(), name, branch);
          Mapping entry = find(known, brought);
          if (!brought.policies().isEmpty() || !entry.isEmpty()) {
            slots.add(new RequestSlot(name, brought, false, entry));
          }
        });
    return slots;
  }

  private static Mapping find(List<Mapping> known, Brought brought) {
    return known.stream()
        .filter(entry -> RequestSlot.isOf(entry, brought))
        .findFirst()
        .orElseGet(Mapping::new);
  }

  /// The branch of each ImagePolicy.
  private Map<String, String> branches() {
    var branches = new TreeMap<String, String>();
    var taken = new HashMap<>(Map.of(all.base(), "the base", all.head(), "the automation"));
    for (String name : BranchChanges.policies(automation)) {
      String branch = RequestWords.branch(policy, automation, name, all.head(), now);
      String other = taken.putIfAbsent(branch, "ImagePolicy " + name);
      if (other != null) {
        throw FailureException.stalled(
            Reason.INVALID_SOURCE_CONFIGURATION,
            "spec.branch gives ImagePolicy "
                + name
                + " the branch '"
                + branch
                + "', which is that of "
                + other,
            "Use {{ .Policy }} in it, so that each has a branch of its own");
      }
      branches.put(name, branch);
    }
    return branches;
  }
}
