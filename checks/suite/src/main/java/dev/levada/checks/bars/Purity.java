package dev.levada.checks.bars;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a file knows anything of network, disk, environment, processes or a cluster.
public final class Purity {

  private static final List<String> OUTSIDE =
      List.of(
          "java.net.",
          "java.nio.file.",
          "java.nio.channels.",
          "java.io.File",
          "com.sun.net.httpserver",
          "io.fabric8.",
          "org.eclipse.jgit.",
          "org.apache.sshd.",
          "dev.levada.cluster.",
          "dev.levada.fetch.");

  /// What has a name of the network or the disk, and yet works on text and bytes in memory.
  public static final Set<String> IN_MEMORY =
      Set.of(
          "java.net.URLDecoder",
          "java.net.URLEncoder",
          "java.nio.channels.Channels",
          "java.nio.channels.ReadableByteChannel");

  private static final Pattern CALLS =
      Pattern.compile(
          "\\b(?:Files\\.|System\\.getenv|ProcessBuilder|Runtime\\.getRuntime|FileChannel|SocketChannel)");

  private Purity() {}

  static boolean isPure(SourceFile file) {
    boolean outside =
        file.packageName().startsWith("dev.levada.cluster")
            || file.packageName().startsWith("dev.levada.fetch");
    return !outside
        && file.imports().stream()
            .filter(imported -> !IN_MEMORY.contains(imported))
            .noneMatch(imported -> OUTSIDE.stream().anyMatch(imported::startsWith))
        && file.kinds().code().stream().noneMatch(line -> CALLS.matcher(line.text()).find());
  }
}
