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

  /// What is waited for.
  ///
  /// @param merged whether to wait until the pull request is merged
  /// @param deployed waits until the image is applied, if that is wanted
  record Until(boolean merged, Optional<Deployed> deployed) {}

  /// Promotes.
  ///
  /// @param dryRun whether nothing is to be pushed
  /// @param until what to wait for
  /// @param steps is told what could not be edited beside, and what is waited for
  Outcome run(boolean dryRun, Until until, Steps steps) {
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      return run(new GitRemote(folder.path()), dryRun, until, steps);
    } catch (FailureException failed) {
      throw RefusedKeys.explain(failed);
    }
  }

  private Outcome run(GitRemote remote, boolean dryRun, Until until, Steps steps) {
    Keys keys = commit.keys(environment);
    GitRequest source = source(keys);
    GitSnapshot base = remote.fetch(url, source);
    Edits edits = PromotionEdit.edits(promotion, base.tree());
    edits.problems().forEach(problem -> steps.warn(problem.toString()));
    Outcome planned =
        new Outcome(
            edits.isEmpty() ? Outcome.Result.UNCHANGED : Outcome.Result.PLANNED,
            commit.branch(),
            base.commit(),
            edits.changes(),
            UnifiedDiff.of(base.tree(), edits),
            Optional.empty(),
            List.of());
    if (dryRun) {
      return planned;
    }
    until.deployed().ifPresent(deployed -> deployed.check(url, commit.branch(), base.tree()));
    Outcome done = edits.isEmpty() ? planned : bring(remote, source, keys, planned, until, steps);
    return until.deployed().isPresent() && done.result() != Outcome.Result.CLOSED
        ? done.applied(until.deployed().get().await(remote, source, steps))
        : done;
  }

  private Outcome bring(
      GitRemote remote, GitRequest source, Keys keys, Outcome planned, Until until, Steps steps) {
    if (!asked.wanted()) {
      return publish(remote, source, commit.branch(), planned);
    }
    // An address that no pull request can be opened at is told before anything is pushed.
    var address = ForgeAddress.of(url, asked.kind());
    String head = asked.branch(BranchName.of(promotion));
    return propose(publish(remote, source, head, planned), address, keys, until.merged(), steps);
  }

  private Outcome propose(
      Outcome pushed, ForgeAddress address, Keys keys, boolean waits, Steps steps) {
    var text = new RequestText(List.of(promotion.image()), pushed.changes());
    try (var host = new RequestHost(address, keys.forge(url, address.kind()), clock)) {
      Outcome proposed = host.propose(pushed, commit.branch(), text, asked);
      return waits ? host.await(proposed, commit.timeout(), steps) : proposed;
    }
  }

  private Outcome publish(GitRemote remote, GitRequest source, String branch, Outcome planned) {
    var text = new RequestText(List.of(promotion.image()), List.of());
    var write =
        new GitWrite(
            source,
            branch,
            GitWrite.BranchStart.SOURCE,
            List.of(),
            Map.of(),
            commit.author(),
            commit.signer(environment, clock),
            clock);
    var edit = new PromotionEdit(promotion, commit.message(text.title()));
    return switch (remote.publish(url, write, edit)) {
      case Published.UpToDate(String tip) -> planned.in(branch, tip, Outcome.Result.UNCHANGED);
      case Published.Pushed pushed ->
          planned.in(pushed.branch(), pushed.commit(), Outcome.Result.PUSHED);
    };
  }

  private GitRequest source(Keys keys) {
    Optional<ForgeKind> kind = asked.kind().or(() -> ForgeAddress.kindOf(url));
    return new GitRequest(
        url,
        GitRef.ofBranch(commit.branch()),
        keys.git(url, kind),
        TlsMaterial.none(),
        commit.timeout());
  }
}
