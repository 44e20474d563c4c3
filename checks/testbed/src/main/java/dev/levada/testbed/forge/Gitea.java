package dev.levada.testbed.forge;

import dev.levada.testbed.program.Child;
import dev.levada.testbed.program.DataFolder;
import dev.levada.testbed.program.FreePort;
import dev.levada.testbed.program.ProgramSources;
import dev.levada.testbed.program.ServerProcess;
import dev.levada.testbed.program.StandaloneTool;
import dev.levada.testbed.program.TestbedFailure;
import java.net.URI;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/// A running Gitea on the loopback address, with an administrator.
public final class Gitea implements AutoCloseable {

  /// The administrator's name.
  public static final String ADMINISTRATOR = "levada-admin";

  private static final Duration COMMAND_LIMIT = Duration.ofMinutes(2);
  private static final String PASSWORD = "Gitea-password-1";

  private final GiteaCommand command;
  private final ServerProcess process;
  private final String base;
  private final AtomicInteger numbers = new AtomicInteger();
  private final ForgeUser administrator;

  private Gitea(GiteaCommand command, ServerProcess process, String base, ForgeUser administrator) {
    this.command = command;
    this.process = process;
    this.base = base;
    this.administrator = administrator;
  }

  /// The command line of Gitea in one folder.
  ///
  /// @param program its file
  /// @param folder its data
  private record GiteaCommand(Path program, DataFolder folder) {

    List<String> line(String... arguments) {
      var line = new ArrayList<>(List.of(program.toString()));
      line.addAll(List.of(arguments));
      line.addAll(List.of("--config", folder.file("app.ini").toString()));
      return line;
    }

    Map<String, String> environment() {
      var variables = new HashMap<>(System.getenv());
      variables.put("HOME", folder.path().toString());
      variables.put("GITEA_WORK_DIR", folder.path().toString());
      return variables;
    }

    /// Runs one command to its end and returns what it said.
    String run(String... arguments) {
      Path log = folder.file(arguments[0] + "-" + System.nanoTime() + ".log");
      try (var child = Child.start("gitea", line(arguments), folder.path(), environment(), log)) {
        if (!child.endsWithin(COMMAND_LIMIT) || child.exitCode() != 0) {
          throw new TestbedFailure(
              "`gitea " + String.join(" ", arguments) + "` failed: " + child.obituary(),
              "Mend what its log names.");
        }
      }
      return folder.read(log.getFileName().toString());
    }
  }

  /// Starts a Gitea in a temporary folder.
  public static Gitea start() {
    ProgramSources sources = ProgramSources.ofThisProcess();
    Path program = StandaloneTool.GITEA.find(sources);
    Path source = StandaloneTool.GITEA.sourceFolders(sources, "options", "templates");
    DataFolder folder = DataFolder.temporary("gitea");
    int port = FreePort.choose();
    folder.write("app.ini", GiteaSettings.text(folder.path(), source, port));
    var command = new GiteaCommand(program, folder);
    command.run("migrate");
    makeUser(command, ADMINISTRATOR, true);
    String base = "http://127.0.0.1:" + port;
    ServerProcess process =
        ServerProcess.start(
            folder,
            "gitea",
            command.line("web"),
            command.environment(),
            URI.create(base + "/api/v1/version"),
            defaultContext());
    var administrator =
        new ForgeUser(ADMINISTRATOR, PASSWORD, makeToken(command, ADMINISTRATOR, "all", 0));
    return new Gitea(command, process, base, administrator);
  }

  private static void makeUser(GiteaCommand command, String name, boolean admin) {
    var arguments =
        new ArrayList<>(
            List.of(
                "admin",
                "user",
                "create",
                "--username",
                name,
                "--password",
                PASSWORD,
                "--email",
                name + "@example.com",
                "--must-change-password=false"));
    if (admin) {
      arguments.add("--admin");
    }
    command.run(arguments.toArray(String[]::new));
  }

  private static String makeToken(GiteaCommand command, String user, String scopes, int number) {
    String said =
        command.run(
            "admin",
            "user",
            "generate-access-token",
            "--username",
            user,
            "--token-name",
            "token-" + number,
            "--scopes",
            scopes,
            "--raw");
    // A log line may stand around the token.
    return said.lines()
        .map(String::strip)
        .filter(line -> line.matches("[0-9a-f]{40}"))
        .findFirst()
        .orElseThrow(() -> new TestbedFailure("Gitea gave no token: " + said, "Look at its log."));
  }

  private static SSLContext defaultContext() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has TLS", impossible);
    }
  }

  /// The address without a slash at the end.
  public String base() {
    return base;
  }

  /// Who may do everything.
  public ForgeUser administrator() {
    return administrator;
  }

  /// Makes a user who has a password and a token for everything that the user may do.
  public ForgeUser user() {
    String name = "user-" + numbers.incrementAndGet();
    makeUser(command, name, false);
    return new ForgeUser(name, PASSWORD, token(name, "all"));
  }

  /// Makes a further token of a user, with only these scopes, such as `read:repository`.
  public String token(String user, String scopes) {
    return makeToken(command, user, scopes, numbers.incrementAndGet());
  }

  /// The API as one user.
  public ForgeApi as(ForgeUser user) {
    return ForgeApi.of(base, user);
  }

  /// Makes a repository of a user with one commit on `main` that holds a README.
  public ForgeRepository repository(ForgeUser owner) {
    return repository(owner, "repository-" + numbers.incrementAndGet());
  }

  /// The same with a name of the caller's choice.
  public ForgeRepository repository(ForgeUser owner, String name) {
    as(owner)
        .post(
            "/user/repos",
            "{\"name\":\"%s\",\"auto_init\":true,\"default_branch\":\"main\"}".formatted(name));
    return new ForgeRepository(as(owner), base, owner, name);
  }

  @Override
  public void close() {
    process.close();
  }
}
