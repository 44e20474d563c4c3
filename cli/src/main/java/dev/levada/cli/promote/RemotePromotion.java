package dev.levada.cli.promote;

import dev.levada.cli.print.Steps;
import dev.levada.cli.surroundings.TemporaryFolder;
import dev.levada.core.edit.Edits;
import dev.levada.core.edit.Promotion;
import dev.levada.core.edit.UnifiedDiff;
import dev.levada.core.failure.FailureException;
import dev.levada.core.pullrequest.RequestText;
import dev.levada.fetch.TlsMaterial;
import dev.levada.fetch.forge.ForgeKind;
import dev.levada.fetch.git.GitRef;
import dev.levada.fetch.git.GitRemote;
import dev.levada.fetch.git.GitRequest;
import dev.levada.fetch.git.GitSnapshot;
import dev.levada.fetch.git.GitWrite;
import dev.levada.fetch.git.Published;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Promotes in a repository at a Git server.
///
/// @param url its address
/// @param promotion what is promoted
/// @param commit how the commit is made
/// @param asked what is asked for of a pull request
/// @param environment the process's variables
/// @param clock tells when a commit is made
record RemotePromotion(
    String url,
    Promotion promotion,
    CommitOptions commit,
    RequestOptions asked,
    Map<String, String> environment,
    Clock clock) {

  /// Promotes.
  ///
  /// @param dryRun whether nothing is to be pushed
  /// @param waits whether to wait until the pull request is merged
  /// @param steps is told what could not be edited beside, and what is waited for
  Outcome run(boolean dryRun, boolean waits, Steps steps) {
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      return run(new GitRemote(folder.path()), dryRun, waits, steps);
    } catch (FailureException failed) {
      throw RefusedKeys.explain(failed);
    }
  }

  private Outcome run(GitRemote remote, boolean dryRun, boolean waits, Steps steps) {
    GitSnapshot base = remote.fetch(url, source());
    Edits edits = PromotionEdit.edits(promotion, base.tree());
    edits.problems().forEach(problem -> steps.warn(problem.toString()));
    Outcome planned =
        new Outcome(
            edits.isEmpty() ? Outcome.Result.UNCHANGED : Outcome.Result.PLANNED,
            commit.branch(),
            base.commit(),
            edits.changes(),
            UnifiedDiff.of(base.tree(), edits),
            Optional.empty());
    if (dryRun || edits.isEmpty()) {
      return planned;
    }
    return asked.wanted() ? propose(remote, planned, waits, steps) : push(remote, planned);
  }

  private Outcome push(GitRemote remote, Outcome planned) {
    return switch (publish(remote, commit.branch())) {
      case Published.UpToDate(String tip) ->
          done(Outcome.Result.UNCHANGED, commit.branch(), tip, planned);
      case Published.Pushed pushed ->
          done(Outcome.Result.PUSHED, pushed.branch(), pushed.commit(), planned);
    };
  }

  private Outcome propose(GitRemote remote, Outcome planned, boolean waits, Steps steps) {
    var address = ForgeAddress.of(url, asked.kind());
    String head = asked.branch(BranchName.of(promotion));
    String tip =
        switch (publish(remote, head)) {
          case Published.UpToDate(String known) -> known;
          case Published.Pushed pushed -> pushed.commit();
        };
    Outcome pushed = done(Outcome.Result.PUSHED, head, tip, planned);
    var text = new RequestText(List.of(promotion.image()), planned.changes());
    try (var host = new RequestHost(address, keys().forge(url, address.kind()), clock)) {
      Outcome proposed = host.propose(pushed, commit.branch(), text, asked);
      return waits ? host.await(proposed, commit.timeout(), steps) : proposed;
    }
  }

  private static Outcome done(
      Outcome.Result result, String branch, String commit, Outcome planned) {
    return new Outcome(
        result, branch, commit, planned.changes(), planned.diff(), planned.request());
  }

  private Published publish(GitRemote remote, String branch) {
    var text = new RequestText(List.of(promotion.image()), List.of());
    var write =
        new GitWrite(
            source(),
            branch,
            GitWrite.BranchStart.SOURCE,
            List.of(),
            Map.of(),
            commit.author(),
            commit.signer(environment, clock),
            clock);
    return remote.publish(url, write, new PromotionEdit(promotion, commit.message(text.title())));
  }

  private GitRequest source() {
    Optional<ForgeKind> kind = asked.kind().or(() -> ForgeAddress.kindOf(url));
    return new GitRequest(
        url,
        GitRef.ofBranch(commit.branch()),
        keys().git(url, kind),
        TlsMaterial.none(),
        commit.timeout());
  }

  private Keys keys() {
    return commit.keys(environment);
  }
}
