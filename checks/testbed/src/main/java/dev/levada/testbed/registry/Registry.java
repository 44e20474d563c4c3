package dev.levada.testbed.registry;

import dev.levada.testbed.git.TestAuthority;
import dev.levada.testbed.program.DataFolder;
import dev.levada.testbed.program.FreePort;
import dev.levada.testbed.program.ProgramSources;
import dev.levada.testbed.program.ServerProcess;
import dev.levada.testbed.program.StandaloneTool;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A running CNCF Distribution registry on the loopback address. What is pushed is kept in memory.
public final class Registry implements AutoCloseable {

  /// The user that a registry with a password file knows.
  public static final String USERNAME = "pusher";

  /// That user's password.
  public static final String PASSWORD = "registry-password";

  /// The password's bcrypt hash, since neither Java nor every machine can make one.
  private static final String HTPASSWD =
      "pusher:$2b$04$BR6w2btgqbKKOZ.GP7UOK.S9smGMs90zCk2G2IwdINTYUYuX23qpG\n";

  private final ServerProcess process;
  private final int port;
  private final boolean tls;

  private Registry(ServerProcess process, int port, boolean tls) {
    this.process = process;
    this.port = port;
    this.tls = tls;
  }

  /// Starts a registry that lets everyone in, over plain http.
  public static Registry open() {
    return start(new RegistryAccess.Open(), Optional.empty(), false);
  }

  /// Starts a registry.
  ///
  /// @param access whom it lets in
  /// @param authority signs its certificate; plain http where absent
  /// @param clientCertificates whether clients must show a certificate of that authority
  public static Registry start(
      RegistryAccess access, Optional<TestAuthority> authority, boolean clientCertificates) {
    return start(access, authority, clientCertificates, "");
  }

  /// Starts a registry that lets everyone in, over plain http, and tells a URL of what is pushed
  /// and pulled.
  ///
  /// @param authorization what it sends in the header `Authorization`
  public static Registry telling(String url, String authorization) {
    return start(
        new RegistryAccess.Open(),
        Optional.empty(),
        false,
        """
        notifications:
          endpoints:
            - name: levada
              url: %s
              headers: {Authorization: [%s]}
              timeout: 5s
              threshold: 3
              backoff: 200ms
        """
            .formatted(url, authorization));
  }

  private static Registry start(
      RegistryAccess access,
      Optional<TestAuthority> authority,
      boolean clientCertificates,
      String notifications) {
    String program = StandaloneTool.REGISTRY.find(ProgramSources.ofThisProcess()).toString();
    DataFolder folder = DataFolder.temporary("registry");
    int port = FreePort.choose();
    TestAuthority trusted = authority.orElseGet(() -> new TestAuthority("unused"));
    String config =
        new RegistryConfiguration(folder, port)
                .text(HTPASSWD, access, authority, clientCertificates)
            + notifications;
    folder.write("config.yml", config);
    String scheme = authority.isPresent() ? "https" : "http";
    ServerProcess process =
        ServerProcess.start(
            folder,
            "registry",
            List.of(program, "serve", folder.file("config.yml").toString()),
            Map.of("OTEL_TRACES_EXPORTER", "none"),
            URI.create(scheme + "://127.0.0.1:" + port + "/"),
            trusted.trustingContext());
    return new Registry(process, port, authority.isPresent());
  }

  /// Host and port, as image names begin.
  public String host() {
    return "127.0.0.1:" + port;
  }

  /// The address without a slash at the end.
  public String base() {
    return (tls ? "https://" : "http://") + host();
  }

  /// Stops it from answering, as a hanging server does.
  public void freeze() {
    process.child().signal("STOP");
  }

  /// Lets it answer again.
  public void thaw() {
    process.child().signal("CONT");
  }

  @Override
  public void close() {
    process.close();
  }
}
