package dev.levada.testbed.program;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The folder of one running thing: data, keys, logs. It is locked while that runs.
public final class DataFolder implements AutoCloseable {

  // What this process has locked is known without a look at the file: to close any channel of a
  // file unlocks it for all channels of the process.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final boolean temporary;
  private final FileChannel lock;

  private DataFolder(Path path, boolean temporary, FileChannel lock) {
    this.path = path;
    this.temporary = temporary;
    this.lock = lock;
  }

  /// A folder that somebody chose, made where it is not there.
  ///
  /// @param chosen the folder
  /// @param what runs in it, for messages
  public static DataFolder open(Path chosen, String what) {
    try {
      Path path = chosen.toAbsolutePath().normalize();
      Files.createDirectories(path);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      return new DataFolder(path, false, lock(path, what));
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk("The folder of the " + what + " cannot be made", broken);
    }
  }

  /// A temporary folder. Those whose owners were killed are removed on the way.
  ///
  /// @param what runs in it, for its name and messages
  public static DataFolder temporary(String what) {
    String prefix = "levada-" + what.replace(' ', '-') + "-";
    try {
      removeAbandoned(prefix);
      Path path = Files.createTempDirectory(prefix).toAbsolutePath().normalize();
      return new DataFolder(path, true, lock(path, what));
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk("The folder of the " + what + " cannot be made", broken);
    }
  }

  private static FileChannel lock(Path folder, String what) throws IOException {
    FileChannel channel = tryLock(folder);
    if (channel == null) {
      throw new TestbedFailure(
          "Another " + what + " runs in " + folder, "Stop it first, or choose another folder.");
    }
    HELD.add(folder);
    return channel;
  }

  private static @Nullable FileChannel tryLock(Path folder) throws IOException {
    if (HELD.contains(folder)) {
      return null;
    }
    var channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException lockedByAnotherThreadJustNow) {
      // The same answer as for another process: the folder is taken.
    }
    channel.close();
    return null;
  }

  /// Whether something runs in the folder.
  public static boolean inUse(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    if (!Files.exists(path.resolve("lock"))) {
      return false;
    }
    try (FileChannel free = tryLock(path)) {
      return free == null;
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk("The lock of " + folder + " cannot be looked at", broken);
    }
  }

  private static void removeAbandoned(String prefix) throws IOException {
    Path temp = Path.of(System.getProperty("java.io.tmpdir"));
    try (var folders = Files.newDirectoryStream(temp, prefix + "*")) {
      for (Path folder : folders) {
        // A folder without a lock file is one that another process is just making.
        if (Files.isWritable(folder.resolve("lock")) && !inUse(folder)) {
          remove(folder);
        }
      }
    }
  }

  /// Where it is.
  public Path path() {
    return path;
  }

  /// Whether it goes when it is closed.
  public boolean temporary() {
    return temporary;
  }

  /// A file or folder inside.
  public Path file(String name) {
    return path.resolve(name);
  }

  /// A file inside with this content.
  public Path write(String name, String content) {
    try {
      return Files.writeString(path.resolve(name), content);
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk(path.resolve(name) + " cannot be written", broken);
    }
  }

  /// The content of a file inside.
  public String read(String name) {
    try {
      return Files.readString(path.resolve(name));
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk(path.resolve(name) + " cannot be read", broken);
    }
  }

  /// Unlocks the folder and leaves its logs; a temporary one goes when the next is made.
  public void release() {
    HELD.remove(path);
    try {
      lock.close();
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk(path + " cannot be unlocked", broken);
    }
  }

  /// Removes the folder where it is temporary; unlocks it.
  @Override
  public void close() {
    try (lock) {
      if (temporary) {
        remove(path);
      }
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk(path + " cannot be removed", broken);
    } finally {
      HELD.remove(path);
    }
  }

  private static void remove(Path folder) throws IOException {
    Files.walkFileTree(folder, new Removal());
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      // Another process removes the same abandoned folder at this moment.
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
