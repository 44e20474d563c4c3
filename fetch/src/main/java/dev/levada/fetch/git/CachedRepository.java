package dev.levada.fetch.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/// The folder of one key: numbered bare repositories, of which the last is in use. A repository
/// that was replaced is deleted when no snapshot reads from it any more.
final class CachedRepository {

  /// How the names of folders begin that serve one operation only.
  static final String SCRATCH = "scratch";

  private static final String DROPPED = "dropped";

  private final Path folder;
  private final Cleaner cleaner;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicReference<@Nullable Bare> current = new AtomicReference<>();

  /// @param folder where the repositories of this key lie
  /// @param cleaner tells when a repository is no longer used
  CachedRepository(Path folder, Cleaner cleaner) {
    this.folder = folder;
    this.cleaner = cleaner;
  }

  /// Deletes what earlier processes had given up but not deleted.
  static void sweep(Path folder) throws IOException {
    if (folder.getFileName().toString().startsWith(SCRATCH)) {
      delete(folder);
      return;
    }
    for (Path repository : children(folder)) {
      if (Files.exists(repository.resolve(DROPPED))) {
        delete(repository);
      }
    }
    if (children(folder).isEmpty()) {
      Files.deleteIfExists(folder);
    }
  }

  /// One operation at a time works on a repository.
  ReentrantLock lock() {
    return lock;
  }

  /// The repository to fetch into: the one in use, one that an earlier process left, or a new one.
  Bare open(String address) throws IOException {
    Bare known = current.get();
    Optional<Bare> usable = known == null ? takeOver(address) : Optional.of(known);
    return usable.isPresent() && !usable.get().isWorn() && usable.get().isFrom(address)
        ? usable.get()
        : renew(address);
  }

  /// A new, empty repository in the place of the one in use.
  Bare renew(String address) throws IOException {
    drop();
    Files.createDirectories(folder);
    int number = children(folder).stream().mapToInt(CachedRepository::number).max().orElse(0) + 1;
    return use(Bare.create(folder.resolve(Integer.toString(number)), address));
  }

  /// Gives the repository in use up.
  void drop() throws IOException {
    Bare known = current.getAndSet(null);
    if (known != null) {
      Files.createFile(known.folder().resolve(DROPPED));
    }
  }

  private Optional<Bare> takeOver(String address) throws IOException {
    List<Path> left = children(folder);
    Optional<Bare> usable = Optional.empty();
    for (Path repository : left) {
      if (usable.isEmpty() && !Files.exists(repository.resolve(DROPPED))) {
        usable = Bare.reopen(repository, address);
      }
      if (usable.isEmpty()) {
        delete(repository);
      }
    }
    return usable.map(this::use);
  }

  private Bare use(Bare bare) {
    cleaner.register(bare, new Disposal(bare.repository(), bare.folder()));
    current.set(bare);
    return bare;
  }

  /// Newest first.
  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted(Comparator.comparingInt(CachedRepository::number).reversed()).toList();
    }
  }

  private static int number(Path repository) {
    String name = repository.getFileName().toString();
    return name.matches("[0-9]{1,9}") ? Integer.parseInt(name) : 0;
  }

  /// Deletes a file or a folder with all that is in it.
  static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private record Disposal(Repository repository, Path folder) implements Runnable {
    @Override
    public void run() {
      repository.close();
      try {
        // One that was not given up waits for the next process.
        if (Files.exists(folder.resolve(DROPPED))) {
          delete(folder);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
