package dev.levada.testbed.kubernetes;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The text of a kubeconfig with one cluster and one user.
///
/// @param server the API server's URL
/// @param authority the PEM of its certificate authority
/// @param user the user's name, as the file calls it
/// @param token the user's token
record Kubeconfig(String server, String authority, String user, String token) {

  String text() {
    String encoded = Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.UTF_8));
    return """
    apiVersion: v1
    kind: Config
    clusters:
    - name: levada
      cluster:
        server: %s
        certificate-authority-data: %s
    users:
    - name: "%s"
      user:
        token: "%s"
    contexts:
    - name: levada
      context:
        cluster: levada
        user: "%s"
    current-context: levada
    """
        .formatted(server, encoded, user, token, user);
  }
}
