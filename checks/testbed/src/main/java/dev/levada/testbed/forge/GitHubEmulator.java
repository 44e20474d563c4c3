package dev.levada.testbed.forge;

import dev.levada.testbed.exchange.CountingFront;
import dev.levada.testbed.program.DataFolder;
import dev.levada.testbed.program.FreePort;
import dev.levada.testbed.program.NodePackage;
import dev.levada.testbed.program.ProgramSources;
import dev.levada.testbed.program.ServerProcess;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/// An emulator of GitHub's API that keeps state: repositories, pull requests, reviews, checks, and
/// a GitHub App whose tokens it really checks. It speaks no Git, has no commit statuses, and lets
/// persons in with any token. Its address is that of a GitHub Enterprise Server.
public final class GitHubEmulator implements AutoCloseable {

  /// The organisation that owns the repository, and has installed the App.
  public static final String OWNER = "org";

  /// The repository.
  public static final String REPOSITORY = "org/fleet";

  /// The App's id.
  public static final String APP = "12345";

  /// The installation's id.
  public static final String INSTALLATION = "100";

  /// The id of an App with the same key that may only read.
  public static final String READER = "12346";

  /// Its installation's id.
  public static final String READER_INSTALLATION = "101";

  private static final Pattern TIP = Pattern.compile("\"sha\":\"([0-9a-f]{40})\"");
  private static final String TOKEN = "person-token";

  private final ServerProcess process;
  private final CountingFront front;
  private final ForgeApi api;
  private final String key;

  private GitHubEmulator(ServerProcess process, CountingFront front, ForgeApi api, String key) {
    this.process = process;
    this.front = front;
    this.api = api;
    this.key = key;
  }

  /// Starts an emulator with one repository.
  ///
  /// @throws dev.levada.testbed.program.TestbedFailure where there is no Node.js or npm
  public static GitHubEmulator start() {
    var command = new ArrayList<>(program().command());
    DataFolder folder = DataFolder.temporary("github emulator");
    String key = newKey();
    folder.write("seed.yaml", seed(key));
    int port = FreePort.choose();
    command.addAll(List.of("start", "--service", "github", "--port", Integer.toString(port)));
    command.addAll(List.of("--seed", folder.file("seed.yaml").toString()));
    String base = "http://127.0.0.1:" + port;
    ServerProcess process =
        ServerProcess.start(
            folder, "emulate", command, System.getenv(), URI.create(base), trusted());
    return new GitHubEmulator(
        process, new CountingFront(base, "/api/v3"), new ForgeApi(base, TOKEN), key);
  }

  static NodePackage program() {
    return new NodePackage("emulate", "emulate/dist/index.js", ProgramSources.ofThisProcess());
  }

  private static String seed(String key) {
    return """
    tokens:
      %1$s: {login: jane, scopes: [repo]}
    github:
      users:
        - {login: jane, name: Jane, email: jane@example.com}
      orgs:
        - {login: %2$s, name: Org, members: [{login: jane, role: admin}]}
      repos:
        - {owner: %2$s, name: fleet, auto_init: true}
      apps:
        - app_id: %3$s
          slug: levada
          name: Levada
          permissions: {contents: write, pull_requests: write, issues: write, checks: write}
          events: []
          private_key: |
    %4$s
          installations:
            - {installation_id: %5$s, account: %2$s, repository_selection: all}
        - app_id: %6$s
          slug: reader
          name: Reader
          permissions: {contents: read, pull_requests: read}
          events: []
          private_key: |
    %4$s
          installations:
            - {installation_id: %7$s, account: %2$s, repository_selection: all}
    """
        .formatted(
            TOKEN,
            OWNER,
            APP,
            key.indent(12).stripTrailing(),
            INSTALLATION,
            READER,
            READER_INSTALLATION);
  }

  /// A private key for an App, as PEM text.
  public static String newKey() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
          + "\n-----END PRIVATE KEY-----\n";
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java platform has RSA", impossible);
    }
  }

  private static SSLContext trusted() {
    try {
      return SSLContext.getDefault();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java platform has TLS", impossible);
    }
  }

  /// The host's address without a slash at the end.
  public String base() {
    return "http://" + front.host();
  }

  /// The API as a person who may do everything.
  public ForgeApi api() {
    return api;
  }

  /// Commits a file on a branch, which is made from `main`.
  public void commit(String branch, String path, String base64) {
    String main = api.send("GET", "/repos/" + REPOSITORY + "/git/ref/heads/main", "");
    Matcher tip = TIP.matcher(main);
    String commit = tip.find() ? tip.group(1) : "";
    api.post(
        "/repos/" + REPOSITORY + "/git/refs",
        "{\"ref\":\"refs/heads/%s\",\"sha\":\"%s\"}".formatted(branch, commit));
    api.send(
        "PUT",
        "/repos/" + REPOSITORY + "/contents/" + path,
        "{\"branch\":\"%s\",\"content\":\"%s\",\"message\":\"Change %s\"}"
            .formatted(branch, base64, path));
  }

  /// The App's private key as PEM text.
  public String key() {
    return key;
  }

  /// A person's token.
  public String token() {
    return TOKEN;
  }

  @Override
  public void close() {
    front.close();
    process.close();
  }
}
