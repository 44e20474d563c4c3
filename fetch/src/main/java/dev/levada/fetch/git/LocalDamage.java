package dev.levada.fetch.git;

import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.CorruptPackIndexException;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.PackInvalidException;
import org.jspecify.annotations.Nullable;

/// Objects on disk turned out to be missing or broken: a new repository will do.
final class LocalDamage extends Exception {

  /// @param cause what could not be read
  LocalDamage(Exception cause) {
    super(cause.getMessage(), cause);
  }

  /// Whether a failure comes from what is on disk rather than from the server.
  static boolean isBehind(@Nullable Throwable failure) {
    return Stream.iterate(failure, link -> link != null, link -> link.getCause())
        .limit(20)
        .anyMatch(LocalDamage::tellsOfDisk);
  }

  private static boolean tellsOfDisk(@Nullable Throwable link) {
    return switch (link) {
      case MissingObjectException _, CorruptObjectException _, CorruptPackIndexException _ -> true;
      case PackInvalidException _, LockFailedException _ -> true;
      case NoSuchFileException _, FileNotFoundException _ -> true;
      case null, default -> false;
    };
  }
}
