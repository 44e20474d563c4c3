package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.ProgramCache;
import dev.levada.testbed.program.ProgramSources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;

/// A checkout, a home folder and a `go` command in a temporary folder.
final class FakeCheckout {

  /// What `go version` prints where it is new enough.
  static final String MODERN = "go version go1.26.8 linux/amd64";

  /// A `go build` that makes an empty program.
  static final String BUILDS = "printf '#!/bin/sh\\n' > \"$out\"; chmod +x \"$out\"";

  private static final String GO_MOD =
      """
      module example.org/tools

      go 1.26.8

      require k8s.io/kubernetes v1.36.3
      """;

  private final Path root;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();

  FakeCheckout(Path root) throws IOException {
    this.root = root;
    Path module = Files.createDirectories(root.resolve("checks/controlplane/tools/kubernetes"));
    Files.writeString(module.resolve("go.mod"), GO_MOD);
    Files.writeString(module.resolve("go.sum"), "sums\n");
    environment.put("PATH", "/nowhere");
  }

  /// Puts a `go` on the path: what `go version` prints, and what `go build` does with its output
  /// file `$out`.
  FakeCheckout withGo(String version, String build) throws IOException {
    Path bin = Files.createDirectories(root.resolve("bin"));
    executable(
        bin.resolve("go"),
        """
        #!/bin/sh
        if [ "$1" = version ]; then echo "%s"; exit 0; fi
        echo "$CGO_ENABLED $*" >> "%s"
        while [ "$1" != -o ]; do shift; done
        out=$2
        %s
        """
            .formatted(version, root.resolve("go.calls"), build));
    return with("PATH", bin + ":/usr/bin:/bin");
  }

  FakeCheckout with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /// A folder that holds programs.
  Path programs(String folder, Tool... tools) throws IOException {
    Path path = Files.createDirectories(root.resolve(folder));
    for (Tool tool : tools) {
      executable(path.resolve(tool.file()), "#!/bin/sh\n");
    }
    return path;
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Path module() {
    return root.resolve("checks/controlplane/tools/kubernetes");
  }

  /// The folder, seen from home, where the module's programs belong.
  String cache() {
    Path file = new ProgramCache(Tool.RECIPE, sources()).folder();
    return root.relativize(file).toString();
  }

  Path path(String inside) {
    return root.resolve(inside);
  }

  /// What `go build` was called with, a line each.
  String goCalls() throws IOException {
    Path calls = root.resolve("go.calls");
    return Files.exists(calls) ? Files.readString(calls) : "";
  }

  /// What was told about progress.
  String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  ProgramSources sources() {
    return new ProgramSources(
        Map.copyOf(environment),
        root.resolve("home"),
        ProgramSources.checkoutAbove(root),
        new PrintStream(said, true, StandardCharsets.UTF_8));
  }
}
