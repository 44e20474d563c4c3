package dev.levada.testbed.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program that never outlives this process, not even when that is killed with SIGKILL: a shell
/// stands beside the program and reads a pipe whose other end only this process holds. A line there
/// is a signal's name for the program; the pipe's end kills it. (`PR_SET_PDEATHSIG` is not used: it
/// fires when the *thread* that started the program ends.)
public final class Child implements AutoCloseable {

  /// The program's input and file descriptors are kept from the pipe; the keyboard's interrupt is
  /// for this process alone, which then ends its children in order.
  private static final String WATCHDOG =
      """
      log=$1; shift
      trap '' INT HUP
      exec 3<&0
      "$@" </dev/null >>"$log" 2>&1 3<&- &
      child=$!
      echo "$child"
      exec >/dev/null
      (while read -r signal; do kill -s "$signal" "$child"; done <&3; kill -s KILL "$child") 2>/dev/null &
      watch=$!
      wait "$child"; code=$?
      kill -s KILL "$watch"
      exit "$code"
      """;

  private static final Duration AFTER_KILL = Duration.ofSeconds(10);

  private final String name;
  private final Path log;
  private final Process shell;
  private final OutputStream pipe;
  private final long pid;

  private Child(String name, Path log, Process shell, long pid) {
    this.name = name;
    this.log = log;
    this.shell = shell;
    this.pipe = shell.getOutputStream();
    this.pid = pid;
  }

  /// Starts a program.
  ///
  /// @param name what messages call it
  /// @param command the program and its arguments
  /// @param folder its working folder
  /// @param environment its whole environment
  /// @param log the file that its output is appended to
  public static Child start(
      String name, List<String> command, Path folder, Map<String, String> environment, Path log) {
    var line = new ArrayList<>(List.of("/bin/sh", "-c", WATCHDOG, name, log.toString()));
    line.addAll(command);
    var builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process shell = builder.start();
      return new Child(name, log, shell, readPid(shell));
    } catch (IOException broken) {
      throw new TestbedFailure(
          name + " cannot be started: " + broken,
          "Check that /bin/sh is there and that " + folder + " can be read.",
          broken);
    }
  }

  private static long readPid(Process shell) throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8));
    String line = reader.readLine();
    if (line == null) {
      throw new IOException("its shell ended at once");
    }
    return Long.parseLong(line);
  }

  /// The program's process id.
  public long pid() {
    return pid;
  }

  public boolean alive() {
    return shell.isAlive();
  }

  /// What the program is called, that it ended, with which code, and the last that it said.
  public String obituary() {
    return "%s ended with exit code %d; the end of its log %s:\n%s\n"
        .formatted(name, shell.exitValue(), log, LogTail.of(log));
  }

  public Path log() {
    return log;
  }

  public String name() {
    return name;
  }

  /// Whether the program ends within the time.
  public boolean endsWithin(Duration time) {
    try {
      return shell.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      throw TestbedFailure.interrupted("Waiting for the end of " + name, interrupted);
    }
  }

  /// The exit code of a program that has ended.
  public int exitCode() {
    return shell.exitValue();
  }

  /// Sends a signal, such as `TERM`, `STOP` or `CONT`; nothing happens where the program has ended.
  public void signal(String signal) {
    try {
      pipe.write((signal + "\n").getBytes(StandardCharsets.US_ASCII));
      pipe.flush();
    } catch (IOException gone) {
      if (!endsWithin(Duration.ofSeconds(1))) {
        throw TestbedFailure.ofDisk("Signal " + signal + " does not reach " + name, gone);
      }
    }
  }

  /// Asks the program to end, and kills it where it does not within the time.
  public void stop(Duration grace) {
    signal("TERM");
    endsWithin(grace);
    close();
  }

  /// Kills the program and waits until it is gone.
  @Override
  public void close() {
    try {
      pipe.close();
    } catch (IOException alreadyClosed) {
      // The shell is gone, which is what closing asks for; a shell that is not fails below.
    }
    if (!endsWithin(AFTER_KILL)) {
      throw new TestbedFailure(
          name + " (process " + pid + ") does not end",
          "Look at what holds it with `ps -o stat,wchan -p " + pid + "`.");
    }
  }
}
