package dev.levada.testbed.program;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The last lines of a log, for a message about the program that wrote it.
public final class LogTail {

  private static final int LINES = 20;
  private static final int BYTES = 16 * 1024;

  private LogTail() {}

  /// At most the last 20 lines and 16 KiB; says so where the file is empty or cannot be read.
  public static String of(Path log) {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - BYTES));
      var end = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(end);
      List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
      return lines.isEmpty()
          ? "(" + log + " is empty)"
          : String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException unreadable) {
      return "(" + log + " cannot be read: " + unreadable + ")";
    }
  }
}
