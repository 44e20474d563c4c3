package dev.levada.checks.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A folder of programs that pipelines find in their PATH.
///
/// @param folder the folder
record Tools(Path folder) {

  /// Adds a program of this class path.
  ///
  /// @param main its class
  /// @param first words before those that it is called with
  Path addJava(String name, String main, String first) {
    return add(
        name,
        "exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' %s %s \"$@\""
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                main,
                first));
  }

  /// Adds a shell script.
  Path add(String name, String script) {
    try {
      Files.createDirectories(folder);
      Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\nset -eu\n" + script + "\n");
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
