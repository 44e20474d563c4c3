package dev.levada.testbed.program;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Builds programs into the cache folder. One builder at a time over all processes; a program
/// appears whole or not at all, whenever the build is killed.
///
/// @param module what is built
/// @param folder the cache folder
/// @param sources the environment for Go, and where progress is told
record ToolBuild(ToolModule module, Path folder, ProgramSources sources) {

  /// A file lock holds off other processes, this one other threads.
  private static final Lock THIS_PROCESS = new ReentrantLock();

  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final String UNFINISHED = ".unfinished";

  /// Builds those of the tools that the folder does not hold yet.
  void build(List<GoProgram> tools) {
    THIS_PROCESS.lock();
    try {
      Files.createDirectories(folder);
      try (var channel = open(folder.resolve(".lock"));
          var lock = acquire(channel)) {
        assert lock.isValid();
        removeUnfinished();
        buildMissing(tools);
      }
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk("The cache folder " + folder + " cannot be used", broken);
    } finally {
      THIS_PROCESS.unlock();
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private FileLock acquire(FileChannel channel) throws IOException {
    FileLock free = channel.tryLock();
    if (free != null) {
      return free;
    }
    say(
        "another process is building "
            + recipe().title()
            + " "
            + module.version()
            + "; waiting for it");
    return channel.lock();
  }

  private void removeUnfinished() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
      for (Path file : left) {
        Files.delete(file);
      }
    }
  }

  private void buildMissing(List<GoProgram> tools) throws IOException {
    var missing = new ArrayList<>(tools);
    missing.removeIf(tool -> Files.isExecutable(folder.resolve(tool.file())));
    if (missing.isEmpty()) {
      return;
    }
    var go = GoCommand.find(sources.environment(), recipe());
    go.requireModern(module);
    say(
        "building %s %s for tests and the demo: %s, once; kept in %s"
            .formatted(recipe().title(), module.version(), recipe().effort(), folder));
    for (int index = 0; index < missing.size(); index++) {
      build(missing.get(index), go, "[%d/%d]".formatted(index + 1, missing.size()));
    }
  }

  private void build(GoProgram tool, GoCommand go, String position) throws IOException {
    String what = position + " " + tool.file();
    long started = System.nanoTime();
    say(what + " ...");
    Path log = folder.resolve(tool.file() + ".log");
    Files.deleteIfExists(log);
    Path unfinished = folder.resolve(tool.file() + UNFINISHED);
    try (var build = go.build(module, tool, unfinished, log)) {
      while (!build.endsWithin(HEARTBEAT)) {
        say(what + " ... " + secondsSince(started) + " s");
      }
      if (build.exitCode() != 0) {
        throw GoFailure.of(module, tool, LogTail.of(log));
      }
    }
    Files.move(unfinished, folder.resolve(tool.file()), StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(log);
    say(what + " built in " + secondsSince(started) + " s");
  }

  private Recipe recipe() {
    return module.recipe();
  }

  private static long secondsSince(long started) {
    return Duration.ofNanos(System.nanoTime() - started).toSeconds();
  }

  private void say(String text) {
    sources.progress().println(recipe().title() + ": " + text);
  }
}
