package dev.levada.operator.update;

import dev.levada.api.GitRepository;
import dev.levada.api.ImageUpdateAutomation;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Mapping;
import dev.levada.fetch.git.GitRef;
import java.util.List;

/// Where an automation reads and where it pushes (flux-api §2.7, push).
///
/// @param ref what is checked out
/// @param branch the branch that is pushed to
/// @param refspecs further places that are pushed to
record WriteTarget(GitRef ref, String branch, List<String> refspecs) {

  private static final List<String> NOT_BUILT = List.of("proxySecretRef", "serviceAccountName");

  /// Reads it from the automation and its source.
  ///
  /// @throws FailureException where no branch follows from them
  static WriteTarget of(ImageUpdateAutomation automation, GitRepository source) {
    Mapping git = automation.spec().git();
    if (git.isEmpty()) {
      throw invalid("spec.git is not set", "Set spec.git.commit and spec.git.checkout.ref.branch");
    }
    if (git.textAt("commit", "author", "email").isEmpty()) {
      throw invalid("spec.git.commit.author.email is not set", "Set it");
    }
    refuseWhatIsNotBuilt(source);
    GitRef ref =
        git.has("checkout") ? checkout(git.mappingAt("checkout", "ref")) : ofSource(source.spec());
    String pushed = git.textAt("push", "branch");
    String branch = pushed.isEmpty() ? ref.branch() : pushed;
    if (branch.isEmpty() || (pushed.isEmpty() && !isBranch(ref))) {
      throw invalid(
          "no branch to push to follows from spec.git and the GitRepository",
          "Set spec.git.push.branch or spec.git.checkout.ref.branch");
    }
    String refspec = git.textAt("push", "refspec");
    return new WriteTarget(ref, branch, refspec.isEmpty() ? List.of() : List.of(refspec));
  }

  private static void refuseWhatIsNotBuilt(GitRepository source) {
    Mapping raw = source.spec().raw();
    String provider = raw.textAt("provider");
    boolean foreign = !provider.isEmpty() && !provider.equals("generic");
    if (foreign || NOT_BUILT.stream().anyMatch(raw::has)) {
      throw FailureException.stalled(
          Reason.UNSUPPORTED_FIELD,
          "its GitRepository sets "
              + (foreign ? "spec.provider" : "spec.proxySecretRef or spec.serviceAccountName")
              + ", which Levada does not support yet",
          "Remove the field, or let Flux look after both objects");
    }
  }

  private static GitRef checkout(Mapping ref) {
    return new GitRef(
        ref.textAt("branch"),
        ref.textAt("tag"),
        ref.textAt("semver"),
        ref.textAt("name"),
        ref.textAt("commit"));
  }

  private static GitRef ofSource(GitRepository.Spec spec) {
    return new GitRef(spec.branch(), spec.tag(), spec.semver(), spec.refName(), spec.commit());
  }

  private static boolean isBranch(GitRef ref) {
    return ref.describe().equals(GitRef.ofBranch(ref.branch()).describe());
  }

  /// Whether a commit comes to stand where it was checked out, and nowhere else.
  boolean isInPlace() {
    return refspecs.isEmpty() && isOwnBranch();
  }

  boolean isOwnBranch() {
    return isBranch(ref) && ref.branch().equals(branch);
  }

  private static FailureException invalid(String message, String fix) {
    return FailureException.stalled(Reason.INVALID_SOURCE_CONFIGURATION, message, fix);
  }
}
