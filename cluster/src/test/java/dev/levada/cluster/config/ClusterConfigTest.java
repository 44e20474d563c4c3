package dev.levada.cluster.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterConfigTest {

  @TempDir private Path folder;

  private static String kubeconfig(String server, String cluster, String user) {
    return """
    apiVersion: v1
    kind: Config
    current-context: here
    contexts: [{name: here, context: {cluster: c, user: u, namespace: shop}}]
    clusters: [{name: c, cluster: {server: "%s"%s}}]
    users: [{name: u, user: {%s}}]
    """
        .formatted(server, cluster, user);
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private ClusterConfig load(Optional<Path> given, Map<String, String> environment) {
    return ClusterConfig.load(given, environment, folder, folder.resolve("account"));
  }

  @Test
  void theNearestDescriptionWins() throws IOException {
    Path given = write("given", kubeconfig("https://given:1", "", "token: a"));
    Path named = write("named", kubeconfig("https://named:2", "", "token: b"));
    var environment = Map.of("KUBECONFIG", named.toString(), "KUBERNETES_SERVICE_HOST", "10.0.0.1");

    assertThat(load(Optional.of(given), environment).server()).hasHost("given");
    assertThat(load(Optional.empty(), environment).server()).hasHost("named");
    write(".kube/config", kubeconfig("https://usual:3/", "", "token: c"));
    assertThat(load(Optional.empty(), Map.of()).server()).hasToString("https://usual:3");
    assertThat(load(Optional.empty(), Map.of()).namespace()).isEqualTo("shop");
  }

  @Test
  void severalFilesAreOneDescription() throws IOException {
    Path contexts =
        write(
            "contexts",
            """
            apiVersion: v1
            kind: Config
            current-context: here
            contexts: [{name: here, context: {cluster: c, user: u}}]
            """);
    Path rest =
        write(
            "rest",
            """
            apiVersion: v1
            kind: Config
            clusters: [{name: c, cluster: {server: "https://merged:1"}}]
            users: [{name: u, user: {token: secret}}]
            """);
    ClusterConfig config =
        load(Optional.empty(), Map.of("KUBECONFIG", contexts + File.pathSeparator + rest));

    assertThat(config.server()).hasHost("merged");
    assertThat(config.endpoint().credentials().authorization()).isEqualTo("Bearer secret");
  }

  @Test
  void aTokenFileBesideTheKubeconfigIsRead() throws IOException {
    write("token", "from file\n");
    Path given = write("config", kubeconfig("https://given:1", "", "tokenFile: token"));

    assertThat(load(Optional.of(given), Map.of()).endpoint().credentials().authorization())
        .isEqualTo("Bearer from file");
  }

  private Path withProgram(String answer) throws IOException {
    Path credential = write("credential", answer);
    String program =
        "exec: {apiVersion: client.authentication.k8s.io/v1, command: cat,"
            + " interactiveMode: Never, args: ['%s']}";
    return write("config", kubeconfig("https://given:1", "", program.formatted(credential)));
  }

  @Test
  void aProgramsTokenIsUsed() throws IOException {
    Path given =
        withProgram(
            """
            {"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential",
             "status": {"token": "fetched"}}
            """);

    assertThat(load(Optional.of(given), Map.of()).endpoint().credentials().authorization())
        .isEqualTo("Bearer fetched");
  }

  @Test
  void aProgramThatGivesNothingIsNamed() throws IOException {
    Path given = withProgram("oops");

    assertThatThrownBy(() -> load(Optional.of(given), Map.of()))
        .isInstanceOf(ClusterConfig.Unusable.class)
        .hasMessageContaining("credential plugin of user u");
  }

  @Test
  void aPodUsesItsServiceAccount() throws IOException {
    write("account/token", "mounted");
    try (InputStream authority = getClass().getResourceAsStream("/access/authority.pem")) {
      Files.write(folder.resolve("account/ca.crt"), authority.readAllBytes());
    }
    write("account/namespace", "flux-system\n");
    ClusterConfig config =
        load(
            Optional.empty(),
            Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "6443"));

    assertThat(config.server()).hasToString("https://[fd00::1]:6443");
    assertThat(config.namespace()).isEqualTo("flux-system");
    assertThat(config.endpoint().credentials().authorization()).isEqualTo("Bearer mounted");
  }

  @Test
  void whereNothingIsThereTheMessageSaysWhatWasLookedForAndWhatToDo() {
    assertThatThrownBy(() -> load(Optional.empty(), Map.of()))
        .isInstanceOf(ClusterConfig.Unusable.class)
        .hasMessageContaining(".kube/config does not exist")
        .hasMessageEndingWith("set KUBECONFIG");
    assertThatThrownBy(() -> load(Optional.of(folder.resolve("none")), Map.of()))
        .isInstanceOf(ClusterConfig.Unusable.class)
        .hasMessageContaining("none does not exist");
  }

  @Test
  void aDescriptionWithoutACurrentContextIsRefused() throws IOException {
    Path given = write("config", "apiVersion: v1\nkind: Config\ncurrent-context: gone\n");

    assertThatThrownBy(() -> load(Optional.of(given), Map.of()))
        .isInstanceOf(ClusterConfig.Unusable.class)
        .hasMessageContaining("current-context");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | tokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token | tokenFile
          '' | client-certificate: /etc/tls.crt | client-certificate
          ', certificate-authority: /etc/ca.crt' | token: a | certificate-authority
          ', insecure-skip-tls-verify: true' | token: a | insecure-skip-tls-verify
          '' | exec: {apiVersion: client.authentication.k8s.io/v1, command: sh} | exec
          """)
  void aKubeconfigFromASecretMayNotReachForThisMachine(String cluster, String user, String named) {
    String text = kubeconfig("https://remote:1", cluster, user);

    assertThatThrownBy(() -> ClusterConfig.ofSecret(text, false, false))
        .isInstanceOf(ClusterConfig.Unusable.class)
        .hasMessageContaining(named)
        .hasMessageContaining("not allowed");
  }

  @Test
  void aKubeconfigFromASecretIsReadAndWhatIsAllowedWorks() {
    ClusterConfig config =
        ClusterConfig.ofSecret(
            kubeconfig("https://remote:1", ", insecure-skip-tls-verify: true", "token: a"),
            false,
            true);

    assertThat(config.server()).hasHost("remote");
    assertThat(config.endpoint().credentials().authorization()).isEqualTo("Bearer a");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = "'' \n just text \n '[1, 2]'")
  void whatIsNoKubeconfigIsRefused(String text) {
    assertThatThrownBy(() -> ClusterConfig.ofSecret(text, false, false))
        .isInstanceOf(ClusterConfig.Unusable.class);
  }
}
