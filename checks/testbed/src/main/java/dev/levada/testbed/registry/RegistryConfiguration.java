package dev.levada.testbed.registry;

import dev.levada.testbed.git.TestAuthority;
import dev.levada.testbed.program.DataFolder;
import java.util.Optional;

/// The configuration file of a registry.
///
/// @param folder where the files lie that it names
/// @param port where it listens
record RegistryConfiguration(DataFolder folder, int port) {

  private static final String CERTIFICATE = "server.crt";
  private static final String KEY = "server.key";
  private static final String AUTHORITY = "authority.crt";

  String text(
      String passwords,
      RegistryAccess access,
      Optional<TestAuthority> authority,
      boolean clientCertificates) {
    return """
    version: 0.1
    log:
      level: warn
      accesslog:
        disabled: true
    storage:
      inmemory: {}
      delete:
        enabled: true
      maintenance:
        uploadpurging:
          enabled: false
    http:
      addr: 127.0.0.1:%d
      secret: levada
    %s%s\
    """
        .formatted(
            port,
            authority.map(signer -> tls(signer, clientCertificates)).orElse(""),
            access(passwords, access));
  }

  private String tls(TestAuthority authority, boolean clientCertificates) {
    TestAuthority.Pem pem = authority.serverCertificate();
    folder.write(CERTIFICATE, pem.certificate());
    folder.write(KEY, pem.key());
    folder.write(AUTHORITY, authority.certificate());
    String clients = clientCertificates ? ", clientcas: [" + folder.file(AUTHORITY) + "]" : "";
    return "  tls: {certificate: %s, key: %s%s}\n"
        .formatted(folder.file(CERTIFICATE), folder.file(KEY), clients);
  }

  private String access(String passwords, RegistryAccess access) {
    return switch (access) {
      case RegistryAccess.Open _ -> "";
      case RegistryAccess.Htpasswd _ ->
          "auth: {htpasswd: {realm: levada, path: %s}}\n"
              .formatted(folder.write("htpasswd", passwords));
      case RegistryAccess.Token(TokenServer server) ->
          "auth: {token: {realm: '%s', service: %s, issuer: %s, rootcertbundle: %s}}\n"
              .formatted(
                  server.realm(),
                  TokenServer.SERVICE,
                  TokenServer.ISSUER,
                  folder.write("token.crt", server.authority()));
    };
  }
}
