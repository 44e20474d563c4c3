package dev.levada.fetch.store;

import dev.levada.core.digest.Sha256;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.tree.Tree;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Keeps sources as archives below a folder, one folder an object, and forgets them (flux-api.md
/// 2.10). Archives appear whole or not at all.
public final class ArtifactStore {

  private final Path root;
  private final String advertisedAddress;
  private final Duration retention;
  private final int records;
  private final Clock clock;

  /// @param root a folder of our own; it is made where it is not there
  /// @param advertisedAddress host (and port) under which others reach the store
  /// @param retention how long an archive that was replaced is kept
  /// @param records the most archives of one object that are kept
  /// @param clock tells the time
  public ArtifactStore(
      Path root, String advertisedAddress, Duration retention, int records, Clock clock) {
    this.root = root.toAbsolutePath().normalize();
    this.advertisedAddress = advertisedAddress;
    this.retention = retention;
    this.records = records;
    this.clock = clock;
  }

  /// Writes a tree as an archive, over one of the same name.
  ///
  /// @param revision what the tree is a revision of
  /// @throws FailureException where it cannot be written
  public StoredArtifact store(ArtifactName name, String revision, Tree tree) {
    Path target = root.resolve(name.path());
    Instant now = clock.instant();
    try {
      Files.createDirectories(target.getParent());
      Path fresh = Files.createTempFile(target.getParent(), ".fresh", ".tmp");
      try {
        String digest = write(tree, fresh);
        long size = Files.size(fresh);
        Files.setLastModifiedTime(fresh, FileTime.from(now));
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        return new StoredArtifact(name.path(), url(name), digest, revision, size, now);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw failed(Reason.ARCHIVE_OPERATION_FAILED, "write", name.path(), e);
    }
  }

  /// Whether an archive is there and unharmed. Reads all of it.
  ///
  /// @param path as {@link StoredArtifact#path}
  /// @param digest as {@link StoredArtifact#digest}
  public boolean holds(String path, String digest) {
    MessageDigest hash = Sha256.begin();
    try (InputStream bytes = new DigestInputStream(open(path), hash)) {
      bytes.transferTo(OutputStream.nullOutputStream());
      return digest.equals(text(hash));
    } catch (IOException | NotStored e) {
      return false;
    }
  }

  /// Deletes the archives of an object that are no longer to be kept: older than the retention, or
  /// more than the number of records.
  ///
  /// @param name any archive of the object
  /// @param keep the path of the one that is never deleted
  /// @throws FailureException where one cannot be deleted
  public void collect(ArtifactName name, String keep) {
    Path folder = root.resolve(name.folder());
    Instant oldest = clock.instant().minus(retention);
    try {
      int kept = 1;
      for (Path file : newestFirst(folder)) {
        if (file.equals(root.resolve(keep))) {
          continue;
        }
        kept++;
        if (kept > records || Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw failed(Reason.STORAGE_OPERATION_FAILED, "clean up", name.folder(), e);
    }
  }

  /// Deletes all archives of an object.
  ///
  /// @throws FailureException where one cannot be deleted
  public void removeAll(String kind, String namespace, String name) {
    String path = new ArtifactName(kind, namespace, name, "all").folder();
    Path folder = root.resolve(path);
    try {
      for (Path file : newestFirst(folder)) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw failed(Reason.STORAGE_OPERATION_FAILED, "delete", path, e);
    }
  }

  /// Opens an archive.
  ///
  /// @param path as {@link StoredArtifact#path}; any text is safe
  /// @throws NotStored where no archive lies there
  public InputStream open(String path) throws NotStored, IOException {
    return Files.newInputStream(file(path));
  }

  /// The file of an archive.
  Path file(String path) throws NotStored {
    Path file = path.indexOf('\0') >= 0 ? root : root.resolve(path.replaceFirst("^/+", ""));
    boolean plain = file.normalize().equals(file) && file.startsWith(root);
    if (!plain || isHidden(file) || throughLink(file) || !Files.isRegularFile(file)) {
      throw new NotStored(path);
    }
    return file;
  }

  private boolean throughLink(Path file) {
    for (Path at = file; at != null && !at.equals(root); at = at.getParent()) {
      if (Files.isSymbolicLink(at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private String url(ArtifactName name) {
    return "http://" + advertisedAddress + "/" + name.path();
  }

  private static String write(Tree tree, Path file) throws IOException {
    MessageDigest hash = Sha256.begin();
    try (var digest = new DigestOutputStream(Files.newOutputStream(file), hash);
        var zip = new FastGzip(new BufferedOutputStream(digest));
        var out = new BufferedOutputStream(zip)) {
      new TarArchive(out).write(tree);
    }
    return text(hash);
  }

  private static List<Path> newestFirst(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    record Aged(Path file, FileTime time) {}
    var files = new ArrayList<Aged>();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.toList()) {
        files.add(new Aged(file, Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)));
      }
    }
    return files.stream()
        .sorted(Comparator.comparing(Aged::time).reversed().thenComparing(Aged::file))
        .map(Aged::file)
        .toList();
  }

  private FailureException failed(Reason reason, String what, String path, IOException cause) {
    return FailureException.retrying(
        reason,
        "cannot " + what + " '" + path + "' in the artifact store " + root + ": " + cause,
        "See whether the store's volume is full or read-only",
        cause);
  }

  private static String text(MessageDigest hash) {
    return "sha256:" + HexFormat.of().formatHex(hash.digest());
  }

  /// No archive at a path.
  public static final class NotStored extends Exception {

    /// @param path where it was looked for
    public NotStored(String path) {
      super("no artifact at '" + path + "'");
    }
  }
}
