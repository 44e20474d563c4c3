package dev.levada.fetch.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A bare repository on disk that holds what was fetched from one address.
final class Bare {

  private static final Logger LOG = LoggerFactory.getLogger(Bare.class);

  /// So many fetches make the repository slow to read; a new one is then cheaper.
  private static final int MOST_PACKS = 40;

  /// Folders whose listing is remembered; beyond it all are forgotten.
  private static final int MOST_LISTINGS = 20_000;

  private static final String LATEST = "refs/levada/latest";

  private final Path folder;
  private final Repository repository;
  private final Set<ObjectId> complete = ConcurrentHashMap.newKeySet();
  private final Map<ObjectId, Listing> listings = new ConcurrentHashMap<>();
  private final AtomicBoolean damaged = new AtomicBoolean();

  private Bare(Path folder, Repository repository) {
    this.folder = folder;
    this.repository = repository;
  }

  /// Makes an empty repository.
  ///
  /// @param address where its objects will come from
  static Bare create(Path folder, String address) throws IOException {
    Files.createDirectories(folder);
    Repository repository = open(folder);
    repository.create(true);
    StoredConfig config = repository.getConfig();
    // JGit's own collection runs after a fetch in a thread of its own and races with deletion.
    config.setInt("gc", null, "auto", 0);
    config.setInt("gc", null, "autoPackLimit", 0);
    config.setString("levada", null, "address", address);
    config.save();
    return new Bare(folder, repository);
  }

  /// Takes over a repository that an earlier process left, if it is whole and from that address.
  static Optional<Bare> reopen(Path folder, String address) {
    try {
      Repository repository = open(folder);
      var bare = new Bare(folder, repository);
      if (bare.isFrom(address) && bare.isWhole()) {
        return Optional.of(bare);
      }
      repository.close();
    } catch (IOException | RuntimeException e) {
      // Whatever is wrong with a cache, the answer is a new one.
      LOG.info("The cache {} cannot be used again and is thrown away: {}", folder, e.toString());
    }
    return Optional.empty();
  }

  private static Repository open(Path folder) throws IOException {
    return new FileRepositoryBuilder()
        .setBare()
        .setGitDir(folder.toFile())
        .setMustExist(false)
        .build();
  }

  /// Reads the header of every object of the latest commit: a file that was cut off or lost shows.
  private boolean isWhole() throws IOException {
    ObjectId latest = repository.resolve(LATEST);
    if (latest == null) {
      return false;
    }
    try (var walk = new RevWalk(repository);
        var files = new TreeWalk(walk.getObjectReader())) {
      RevCommit commit = walk.parseCommit(latest);
      files.reset(commit.getTree());
      files.setRecursive(true);
      while (files.next()) {
        if (files.getFileMode(0).getObjectType() == Constants.OBJ_BLOB) {
          walk.getObjectReader().getObjectSize(files.getObjectId(0), Constants.OBJ_BLOB);
        }
      }
      complete.add(commit.copy());
      return true;
    }
  }

  /// Whether its objects come from an address.
  boolean isFrom(String address) {
    return address.equals(repository.getConfig().getString("levada", null, "address"));
  }

  /// Where it lies.
  Path folder() {
    return folder;
  }

  /// The repository, for a transport.
  Repository repository() {
    return repository;
  }

  /// The commits that are here with all their files.
  Set<ObjectId> complete() {
    return complete;
  }

  /// Whether it is time for a new one: damaged, or grown by many fetches.
  boolean isWorn() throws IOException {
    if (damaged.get()) {
      return true;
    }
    try (Stream<Path> packs = Files.list(folder.resolve("objects").resolve("pack"))) {
      return packs.filter(file -> file.toString().endsWith(".pack")).count() > MOST_PACKS;
    }
  }

  /// Notes that an object could not be read.
  void noteDamage() {
    damaged.set(true);
  }

  /// Of some targets that were fetched the one committed last, as a snapshot.
  GitSnapshot latest(List<Target> targets) throws IOException {
    try (var walk = new RevWalk(repository)) {
      Target best = targets.getFirst();
      RevCommit newest = commit(walk, best);
      for (Target target : targets.subList(1, targets.size())) {
        RevCommit commit = commit(walk, target);
        if (commit.getCommitTime() > newest.getCommitTime()) {
          best = target;
          newest = commit;
        }
      }
      remember(newest);
      return snapshot(best, newest);
    }
  }

  private GitSnapshot snapshot(Target target, RevCommit commit) {
    return new GitSnapshot(
        target.revision(commit),
        commit.name(),
        commit.getShortMessage(),
        Instant.ofEpochSecond(commit.getCommitTime()),
        new GitTree(this, commit.getTree().copy()));
  }

  private static RevCommit commit(RevWalk walk, Target target) throws IOException {
    RevObject object = walk.parseAny(target.object());
    while (object instanceof RevTag tag) {
      object = walk.parseAny(tag.getObject());
    }
    return walk.parseCommit(object);
  }

  /// Keeps a reference to a commit, so that the next fetch can say what is here already.
  private void remember(RevCommit commit) throws IOException {
    complete.add(commit.copy());
    RefUpdate update = repository.updateRef(LATEST);
    update.setNewObjectId(commit);
    update.setForceUpdate(true);
    update.disableRefLog();
    update.forceUpdate();
  }

  /// What a folder holds.
  ///
  /// @param id the folder's tree object
  Listing listing(ObjectId id) throws IOException {
    Listing known = listings.get(id);
    if (known != null) {
      return known;
    }
    if (listings.size() >= MOST_LISTINGS) {
      listings.clear();
    }
    try (ObjectReader reader = repository.newObjectReader()) {
      Listing read = Listing.parse(reader.open(id, Constants.OBJ_TREE).getCachedBytes());
      listings.put(id.copy(), read);
      return read;
    }
  }
}
