package dev.levada.operator.update;

import dev.levada.api.GitRepository;
import dev.levada.api.ImageUpdateAutomation;
import dev.levada.core.edit.Change;
import dev.levada.core.edit.Edits;
import dev.levada.core.edit.Setters;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.image.ChosenImage;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.tree.TreePath;
import dev.levada.core.tree.UnsafePath;
import dev.levada.fetch.git.GitRef;
import dev.levada.operator.image.LatestRefs;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Tells what the branch that an automation pushes brings to the one that it is to be merged into.
///
/// @param update knows the automation's repository, and keeps its files
public record BranchChanges(ImageUpdate update) {

  /// What a branch brings.
  ///
  /// @param head the branch that the automation pushes
  /// @param base the branch that it is to be merged into
  /// @param policies the ImagePolicies whose images the base does not have yet
  /// @param changes the values of the base that change for them
  public record Brought(
      String head, String base, SortedMap<String, ChosenImage> policies, List<Change> changes) {

    /// The images.
    public List<ChosenImage> images() {
      return policies.values().stream().distinct().toList();
    }

    /// What another branch would bring that has the image of just one policy.
    ///
    /// @param namespace the policy's namespace
    public Brought only(String namespace, String policy, String branch) {
      var one = new TreeMap<>(policies);
      one.keySet().retainAll(Set.of(policy));
      String setter = namespace + ":" + policy;
      return new Brought(
          branch, base, one, changes.stream().filter(change -> isOf(change, setter)).toList());
    }
  }

  /// What the images that an automation has pushed change in the base as it is now.
  ///
  /// @param key names the object that asks
  /// @param wanted the base that the user names; empty where it follows from the automation
  /// @param usual the repository's default branch, asked for only where nothing else names a base
  /// @throws FailureException where the automation pushes to the base itself, or the repository
  ///   cannot be read
  public Brought find(
      String key, ImageUpdateAutomation automation, String wanted, Supplier<String> usual) {
    GitRepository source = update.source(automation);
    WriteTarget target = WriteTarget.of(automation, source);
    String checkedOut = target.ref().branch();
    String named = wanted.isEmpty() ? checkedOut : wanted;
    String base = named.isEmpty() ? usual.get() : named;
    if (base.equals(target.branch())) {
      throw FailureException.stalled(
          Reason.INVALID_SOURCE_CONFIGURATION,
          "ImageUpdateAutomation "
              + automation.metadata().name()
              + " pushes to '"
              + base
              + "' itself, so there is nothing to propose",
          "Set its spec.git.push.branch to a branch of its own");
    }
    PolicyChoices pushed = pushed(automation);
    if (pushed.images().isEmpty()) {
      return new Brought(target.branch(), base, new TreeMap<>(), List.of());
    }
    String namespace = automation.metadata().namespace();
    var tree = update.files(key, update.request(source, GitRef.ofBranch(base)));
    Edits edits = new Setters(pushed.bySetter(namespace)).apply(tree, folder(automation));
    var used = new TreeMap<>(pushed.images());
    used.keySet()
        .removeIf(policy ->
            edits.changes().stream().noneMatch(change -> isOf(change, namespace + ":" + policy)));
    return new Brought(target.branch(), base, used, edits.changes());
  }

  /// Brings a branch to where it brings this to its base and nothing else, but for what others have
  /// committed to it.
  ///
  /// @param key names the object that asks
  /// @throws FailureException where it cannot be pushed
  public void push(String key, ImageUpdateAutomation automation, Brought brought) {
    update.push(key, automation, brought);
  }

  /// The commit that a branch of an automation's repository has now; nothing where there is none.
  ///
  /// @throws FailureException where it cannot be asked
  public Optional<String> tip(ImageUpdateAutomation automation, String branch) {
    return update.tip(update.request(update.source(automation), GitRef.ofBranch(branch)));
  }

  /// Gives up what is kept for an object.
  public void forget(String key) {
    update.forget(key);
  }

  /// The images of the last push.
  private static PolicyChoices pushed(ImageUpdateAutomation automation) {
    Mapping observed = automation.status().mappingAt("observedPolicies");
    var images = new TreeMap<String, ChosenImage>();
    for (String name : observed.entries().keySet()) {
      images.put(name, LatestRefs.read(observed.mappingAt(name)));
    }
    return new PolicyChoices(images);
  }

  /// The ImagePolicies whose images an automation has pushed.
  public static Set<String> policies(ImageUpdateAutomation automation) {
    return pushed(automation).images().keySet();
  }

  private static boolean isOf(Change change, String policy) {
    return change.setter().equals(policy) || change.setter().startsWith(policy + ":");
  }

  private static TreePath folder(ImageUpdateAutomation automation) {
    try {
      return TreePath.ROOT.resolve(automation.spec().path());
    } catch (UnsafePath broken) {
      throw FailureException.stalled(
          Reason.UPDATE_FAILED, "spec.update.path: " + broken.getMessage(), "Correct it");
    }
  }
}
