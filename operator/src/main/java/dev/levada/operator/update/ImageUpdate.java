package dev.levada.operator.update;

import dev.levada.api.Condition;
import dev.levada.api.GitRepository;
import dev.levada.api.ImagePolicy;
import dev.levada.api.ImageUpdateAutomation;
import dev.levada.api.SourceReference;
import dev.levada.core.edit.Problem;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.tree.Tree;
import dev.levada.fetch.git.GitRef;
import dev.levada.fetch.git.GitRemote;
import dev.levada.fetch.git.GitRequest;
import dev.levada.fetch.git.GitWrite;
import dev.levada.fetch.git.Published;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.source.GitAccess;
import dev.levada.operator.source.NamedSecrets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Does one automation's work: reads what its policies chose, edits, commits and pushes.
public final class ImageUpdate {

  private final ResourceCache<ImagePolicy> policies;
  private final ResourceCache<GitRepository> sources;
  private final GitAccess access;
  private final NamedSecrets secrets;
  private final GitRemote remote;
  private final UpdateRules rules;
  private final Clock clock;

  /// What the engine allows and how it pushes.
  ///
  /// @param crossNamespace whether a source may be in another namespace
  /// @param start what a commit on a branch of its own stands on
  public record UpdateRules(boolean crossNamespace, GitWrite.BranchStart start) {}

  /// What became of a run.
  ///
  /// @param revision the source's revision as it is now
  /// @param choices what the policies have chosen
  /// @param pushed what was pushed, if anything was
  /// @param problems places that could not be edited
  record Done(
      String revision,
      PolicyChoices choices,
      Optional<Published.Pushed> pushed,
      List<Problem> problems) {}

  /// @param policies the ImagePolicies as the cluster has them
  /// @param sources the GitRepositories as the cluster has them
  /// @param access reads credentials of repositories
  /// @param secrets reads signing keys
  /// @param remote speaks to Git servers
  /// @param rules what the engine allows
  /// @param clock tells when a commit is made
  public ImageUpdate(
      ResourceCache<ImagePolicy> policies,
      ResourceCache<GitRepository> sources,
      GitAccess access,
      NamedSecrets secrets,
      GitRemote remote,
      UpdateRules rules,
      Clock clock) {
    this.policies = policies;
    this.sources = sources;
    this.access = access;
    this.secrets = secrets;
    this.remote = remote;
    this.rules = rules;
    this.clock = clock;
  }

  Done run(ImageUpdateAutomation object) {
    String strategy = object.spec().strategy();
    if (!strategy.isEmpty() && !strategy.equals("Setters")) {
      throw FailureException.stalled(
          Reason.INVALID_UPDATE_STRATEGY,
          "the update strategy '" + strategy + "' is not known",
          "Set spec.update.strategy to Setters");
    }
    GitRepository source = source(object);
    PolicyChoices choices = PolicyChoices.of(object, policies);
    WriteTarget target = WriteTarget.of(object, source);
    var edit = new SettersEdit(object, choices, clock);
    GitWrite write =
        as(Reason.SOURCE_MANAGER_FAILED, () -> write(object, source, target, rules.start()));
    String revision = as(Reason.GIT_OPERATION_FAILED, () -> remote.resolve(write.source()));
    if (target.isInPlace() && isDone(object, choices, revision)) {
      return new Done(revision, choices, Optional.empty(), List.of());
    }
    Published published =
        as(Reason.GIT_OPERATION_FAILED, () -> remote.publish(key(object), write, edit));
    return switch (published) {
      case Published.UpToDate _ -> new Done(revision, choices, Optional.empty(), edit.problems());
      case Published.Pushed pushed ->
          new Done(
              target.isOwnBranch() ? target.branch() + "@sha1:" + pushed.commit() : revision,
              choices,
              Optional.of(pushed),
              edit.problems());
    };
  }

  /// Pushes a branch of a part of what an automation brings to a base.
  void push(String key, ImageUpdateAutomation object, BranchChanges.Brought brought) {
    GitRepository source = source(object);
    var target = new WriteTarget(GitRef.ofBranch(brought.base()), brought.head(), List.of());
    GitWrite write =
        as(
            Reason.SOURCE_MANAGER_FAILED,
            () -> write(object, source, target, GitWrite.BranchStart.FRESH_SOURCE));
    var edit = new SettersEdit(object, new PolicyChoices(brought.policies()), clock);
    as(Reason.GIT_OPERATION_FAILED, () -> remote.publish(key, write, edit));
  }

  /// The repository that an automation writes to.
  ///
  /// @throws FailureException where it is missing or may not be used
  GitRepository source(ImageUpdateAutomation object) {
    SourceReference source = object.spec().source();
    if (!rules.crossNamespace() && !source.namespace().equals(object.metadata().namespace())) {
      throw FailureException.stalled(
          Reason.ACCESS_DENIED,
          "can't access '" + source + "', cross-namespace references have been blocked",
          "Move the source into the automation's namespace, or start the engine without"
              + " --no-cross-namespace-refs");
    }
    return sources
        .find(source.namespace(), source.name())
        .orElseThrow(() ->
            FailureException.retrying(
                Reason.SOURCE_MANAGER_FAILED,
                "source '" + source + "' not found",
                "Create it, or correct spec.sourceRef"));
  }

  private GitWrite write(
      ImageUpdateAutomation object,
      GitRepository source,
      WriteTarget target,
      GitWrite.BranchStart start) {
    Mapping git = object.spec().git();
    return new GitWrite(
        request(source, target.ref()),
        target.branch(),
        start,
        target.refspecs(),
        git.mappingAt("push", "options").texts(),
        new GitWrite.GitAuthor(
            git.textAt("commit", "author", "name"), git.textAt("commit", "author", "email")),
        new SigningKeys(secrets, clock)
            .find(object.metadata().namespace(), git.mappingAt("commit", "signingKey")),
        clock);
  }

  /// A question to the server of a repository.
  GitRequest request(GitRepository source, GitRef ref) {
    GitAccess.Keys keys = access.keys(source);
    return new GitRequest(
        source.spec().url(), ref, keys.credentials(), keys.tls(), source.spec().timeout());
  }

  // Nothing was asked for since the last good run, and the remote is where that left it.
  private static boolean isDone(
      ImageUpdateAutomation object, PolicyChoices choices, String revision) {
    Mapping status = object.status();
    return Condition.isTrue(status, Condition.READY)
        && status.numberAt(-1, "observedGeneration") == object.metadata().generation()
        && revision.equals(status.textAt("observedSourceRevision"))
        && choices.isObservedIn(status);
  }

  void forget(ImageUpdateAutomation object) {
    forget(key(object));
  }

  /// Gives up the files that are kept under a key.
  void forget(String key) {
    remote.forget(key);
  }

  /// Reads the files that a request names, kept under a key of their own.
  Tree files(String key, GitRequest request) {
    return as(Reason.GIT_OPERATION_FAILED, () -> remote.fetch(key, request)).tree();
  }

  /// The commit that a repository has now for what a request names.
  Optional<String> tip(GitRequest request) {
    return as(Reason.GIT_OPERATION_FAILED, () -> remote.tip(request));
  }

  private static String key(ImageUpdateAutomation object) {
    return ImageUpdateAutomation.KIND
        + "/"
        + object.metadata().namespace()
        + "/"
        + object.metadata().name();
  }

  /// Does a step whose failures carry one reason to the outside, whatever they are within; fields
  /// and files that cannot be used keep their own.
  private static <T> T as(Reason reason, Supplier<T> step) {
    try {
      return step.get();
    } catch (FailureException e) {
      Failure failure = e.failure();
      if (failure.reason() == Reason.UNSUPPORTED_FIELD
          || failure.reason() == Reason.UPDATE_FAILED
          || failure.reason() == Reason.REMOVED_TEMPLATE_FIELD) {
        throw e;
      }
      throw new FailureException(
          switch (failure) {
            case Failure.Stalled(_, String message, String fix) ->
                new Failure.Stalled(reason, message, fix);
            case Failure.Waiting(_, String message, String fix, var again) ->
                new Failure.Waiting(reason, message, fix, again);
            case Failure.Retrying(_, String message, String fix) ->
                new Failure.Retrying(reason, message, fix);
          },
          e);
    }
  }
}
