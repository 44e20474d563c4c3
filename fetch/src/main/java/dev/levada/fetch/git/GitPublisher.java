package dev.levada.fetch.git;

import dev.levada.core.failure.FailureException;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;

/// Edits a repository and pushes the commit. Where somebody else was faster, the edit is made again
/// on the new files: nobody's commit is lost, and none is made that changes nothing.
final class GitPublisher {

  private static final int MOST_ATTEMPTS = 200;

  /// What a server says where another push came in between.
  private static final List<String> RACES =
      List.of(
          "fetch first",
          "stale info",
          "failed to update ref",
          "cannot lock ref",
          "failed to lock",
          "incorrect old value provided",
          "reference already exists");

  private final GitWrite write;
  private final GitEdit edit;
  private final GitOperation source;
  private final CachedRepository cached;
  private final PushFailures failures;

  /// @param write where the commit goes
  /// @param edit makes it
  /// @param source reads the files that are edited
  /// @param cached keeps them
  GitPublisher(GitWrite write, GitEdit edit, GitOperation source, CachedRepository cached) {
    this.write = write;
    this.edit = edit;
    this.source = source;
    this.cached = cached;
    this.failures = new PushFailures(write, source.address());
  }

  /// @throws FailureException where the server cannot be asked, or refuses
  Published run() throws IOException, InterruptedException {
    cached.lock().lockInterruptibly();
    try {
      for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
        Optional<Published> done = attempt(attempt);
        if (done.isPresent()) {
          return done.get();
        }
      }
      throw failures.lostEveryRace(MOST_ATTEMPTS);
    } finally {
      cached.lock().unlock();
    }
  }

  /// Edits what is there now and pushes it; empty where somebody else was faster.
  private Optional<Published> attempt(int number) throws IOException, InterruptedException {
    GitSnapshot base = source.fetch(cached);
    Optional<GitSnapshot> tip = tip(base);
    GitEdit.Proposal wanted = edit.propose(base.tree());
    if (wanted.files().isEmpty()) {
      return upToDate(base);
    }
    if (isSource() || tip.isEmpty()) {
      return push(new Plan(base, wanted, tip, false), number);
    }
    GitEdit.Proposal more = edit.propose(tip.get().tree());
    boolean kept = isKept(tip.get());
    if (more.files().isEmpty() && (kept || !isOvertaken(wanted, tip.get()))) {
      return upToDate(tip.get());
    }
    return kept
        ? push(new Plan(tip.get(), more, tip, false), number)
        : push(new Plan(base, wanted, tip, true), number);
  }

  /// Whether a commit stands on the branch's tip, rather than making the branch anew.
  private boolean isKept(GitSnapshot tip) throws IOException {
    return switch (write.start()) {
      case SOURCE -> false;
      case FRESH_SOURCE -> !isOurs(tip);
      case BRANCH -> true;
    };
  }

  /// Whether the branch holds an edit of files that the source has no more.
  private boolean isOvertaken(GitEdit.Proposal wanted, GitSnapshot tip) {
    return write.start() == GitWrite.BranchStart.FRESH_SOURCE
        && wanted.files().entrySet().stream()
            .anyMatch(file -> !isIn(tip.tree(), file.getKey(), file.getValue()));
  }

  private static boolean isIn(Tree tree, TreePath path, byte[] bytes) {
    return tree.entry(path) instanceof Tree.Entry.File && Arrays.equals(tree.read(path), bytes);
  }

  private boolean isOurs(GitSnapshot tip) throws IOException {
    Repository repository = cached.open(source.address().toString()).repository();
    RevCommit commit = repository.parseCommit(ObjectId.fromString(tip.commit()));
    return commit.getCommitterIdent().getEmailAddress().equals(write.author().email());
  }

  private static Optional<Published> upToDate(GitSnapshot snapshot) {
    return Optional.of(new Published.UpToDate(snapshot.commit()));
  }

  /// What is to be pushed.
  ///
  /// @param parent what the commit stands on
  /// @param proposal what it changes
  /// @param tip where the branch is now
  /// @param force whether the branch loses what it held
  private record Plan(
      GitSnapshot parent, GitEdit.Proposal proposal, Optional<GitSnapshot> tip, boolean force) {}

  private Optional<Published> push(Plan plan, int number) throws IOException {
    Bare bare = cached.open(source.address().toString());
    ObjectId below = ObjectId.fromString(plan.parent().commit());
    Optional<ObjectId> commit =
        new CommitMaker(bare.repository(), write).commit(below, plan.proposal());
    if (commit.isEmpty()) {
      return upToDate(plan.parent());
    }
    ObjectId expected =
        plan.tip().map(known -> ObjectId.fromString(known.commit())).orElse(ObjectId.zeroId());
    return push(bare, commit.get(), expected, plan.force())
        ? Optional.of(
            new Published.Pushed(
                commit.get().name(),
                plan.parent().commit(),
                write.branch(),
                write.refspecs(),
                plan.proposal().message(),
                number))
        : Optional.empty();
  }

  private boolean isSource() {
    GitRef ref = write.source().ref();
    return ref.describe().equals(GitRef.ofBranch(write.branch()).describe());
  }

  /// The branch that is pushed to, where it is there.
  private Optional<GitSnapshot> tip(GitSnapshot base) throws IOException, InterruptedException {
    if (isSource()) {
      return Optional.of(base);
    }
    GitRequest asked = write.source();
    GitOperation branch =
        GitOperation.of(
            new GitRequest(
                asked.url(),
                GitRef.ofBranch(write.branch()),
                asked.credentials(),
                asked.tls(),
                asked.timeout()));
    return branch.fetchIfThere(cached);
  }

  private boolean push(Bare bare, ObjectId commit, ObjectId expected, boolean force)
      throws IOException {
    var targets = new PushTargets(write, failures);
    Collection<RemoteRefUpdate> updates =
        targets.updates(bare.repository(), commit, expected, force);
    var wire = new Wire(source.address(), write.source());
    try (wire;
        Transport transport = Transport.open(bare.repository(), source.address().uri())) {
      wire.attachTo(transport);
      transport.setTimeout(Math.clamp(write.source().timeout().toSeconds() + 1, 1, 2_000_000));
      if (!write.options().isEmpty()) {
        transport.setPushOptions(options());
      }
      PushResult result = transport.push(NullProgressMonitor.INSTANCE, updates);
      return judge(result, updates, targets.branch());
    } catch (IOException | RuntimeException broken) {
      throw failures.of(broken, wire);
    }
  }

  private List<String> options() {
    return write.options().entrySet().stream()
        .map(option ->
            option.getValue().isEmpty()
                ? option.getKey()
                : option.getKey() + "=" + option.getValue())
        .toList();
  }

  private boolean judge(PushResult result, Collection<RemoteRefUpdate> updates, String branch) {
    boolean done = false;
    for (RemoteRefUpdate update : updates) {
      boolean own = update.getRemoteName().equals(branch);
      String said = String.valueOf(update.getMessage());
      if (isGood(update.getStatus())) {
        done = done || own;
      } else if (!own || !isRace(update.getStatus(), said)) {
        throw failures.refused(
            update.getRemoteName(),
            update.getMessage() == null ? update.getStatus().name() : said,
            result.getMessages());
      }
    }
    return done;
  }

  private static boolean isGood(RemoteRefUpdate.Status status) {
    return Set.of(RemoteRefUpdate.Status.OK, RemoteRefUpdate.Status.UP_TO_DATE).contains(status);
  }

  private static boolean isRace(RemoteRefUpdate.Status status, String said) {
    return switch (status) {
      case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> true;
      case REJECTED_OTHER_REASON -> RACES.stream().anyMatch(said::contains);
      case NOT_ATTEMPTED, UP_TO_DATE, REJECTED_NODELETE, NON_EXISTING, AWAITING_REPORT, OK -> false;
    };
  }
}
