package dev.levada.fetch.tags;

import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tags of every image repository, one file each below a folder. A file is replaced as a whole,
/// so that it is the old or the new list whenever the process is killed; a file that is damaged all
/// the same counts as missing, and the next scan makes it anew. Nothing is kept in memory.
public final class TagStore {

  private static final String HEAD = "levada-tags 1";
  private static final String UNFINISHED = ".unfinished";
  private static final long LARGEST = 128L << 20;

  private final Path folder;

  /// @param folder a folder of our own; it is made where it is not there
  /// @throws FailureException where it cannot be used
  public TagStore(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      sweep(name -> name.endsWith(UNFINISHED));
    } catch (IOException broken) {
      throw failed(broken);
    }
  }

  private interface Choice {
    boolean takes(String name);
  }

  private void sweep(Choice choice) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (choice.takes(file.getFileName().toString())) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /// Keeps a list, in the place of the one that was kept for the image; a list that is kept already
  /// is not written again.
  ///
  /// @throws FailureException where it cannot be written
  public void put(StoredTags tags) {
    byte[] bytes = bytes(tags);
    Path file = file(tags.image());
    try {
      if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
        return;
      }
      Path unfinished = Files.createTempFile(folder, "tags", UNFINISHED);
      write(unfinished, bytes);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
        directory.force(true); // else the new name may be lost with the power
      }
    } catch (IOException broken) {
      throw failed(broken);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  /// The list of an image; empty where none is kept.
  ///
  /// @throws FailureException where the folder cannot be read
  public Optional<StoredTags> get(String image) {
    Path file = file(image);
    try {
      return Files.size(file) > LARGEST ? Optional.empty() : read(image, Files.readString(file));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    } catch (CharacterCodingException damaged) {
      return Optional.empty();
    } catch (IOException broken) {
      throw failed(broken);
    }
  }

  /// Forgets every image but these.
  ///
  /// @throws FailureException where the folder cannot be read
  public void keepOnly(Collection<String> images) {
    Set<String> names =
        images.stream()
            .map(image -> file(image).getFileName().toString())
            .collect(Collectors.toSet());
    try {
      sweep(name -> !names.contains(name));
    } catch (IOException broken) {
      throw failed(broken);
    }
  }

  private static byte[] bytes(StoredTags tags) {
    var text = new StringBuilder(HEAD).append('\n').append(tags.image()).append('\n');
    text.append(tags.etag()).append('\n');
    tags.tags().forEach(tag -> text.append(tag).append('\n'));
    text.append(hash(text.toString())).append('\n');
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<StoredTags> read(String image, String text) {
    int end = text.length() - 1;
    int last = text.lastIndexOf('\n', end - 1) + 1;
    if (end < 0 || !text.endsWith("\n") || last == 0) {
      return Optional.empty();
    }
    List<String> lines = text.substring(0, last).lines().toList();
    boolean whole = text.substring(last, end).equals(hash(text.substring(0, last)));
    if (!whole || lines.size() < 3 || !lines.get(0).equals(HEAD) || !lines.get(1).equals(image)) {
      return Optional.empty();
    }
    return Optional.of(new StoredTags(image, lines.get(2), lines.subList(3, lines.size())));
  }

  private Path file(String image) {
    return folder.resolve(hash(image) + ".tags");
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private FailureException failed(IOException cause) {
    return new FailureException(
        new Failure.Retrying(
            Reason.STORAGE_OPERATION_FAILED,
            "the folder of tags " + folder + " cannot be used: " + cause,
            "Give the engine a folder that it may write to, with space left"),
        cause);
  }
}
