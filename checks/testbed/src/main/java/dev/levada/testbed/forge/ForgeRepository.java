package dev.levada.testbed.forge;

import dev.levada.testbed.program.TestbedFailure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// A repository of a test forge, as its owner sees it.
///
/// @param api the API as the owner
/// @param base the forge's address
/// @param owner who owns it
/// @param name its name
public record ForgeRepository(ForgeApi api, String base, ForgeUser owner, String name) {

  private static final Pattern COMMIT =
      Pattern.compile("\"commit\":\\{[^}]*?\"sha\":\"([0-9a-f]{40})\"");

  private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
  private static final Pattern TIP = Pattern.compile("\"id\":\"([0-9a-f]{40})\"");
  private static final Pattern BLOB = Pattern.compile("\"sha\":\"([0-9a-f]{40})\"");

  /// Owner and name, as forges write it.
  public String fullName() {
    return owner.name() + "/" + name;
  }

  /// The address for Git, without credentials.
  public String url() {
    return base + "/" + fullName() + ".git";
  }

  /// Adds a file on a branch, which is made from `main` where it is not there.
  ///
  /// @return the commit's id
  public String addFile(String branch, String path, String text) {
    String content = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    String target =
        branch.equals("main") ? "\"branch\":\"main\"" : "\"new_branch\":\"" + branch + "\"";
    String answer =
        api.post(
            "/repos/" + fullName() + "/contents/" + path,
            "{%s,\"content\":\"%s\",\"message\":\"Add %s\"}".formatted(target, content, path));
    var commit = COMMIT.matcher(answer);
    return commit.find() ? commit.group(1) : "";
  }

  /// Replaces a file on a branch.
  public void write(String branch, String path, String text) {
    String content = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    String at = "/repos/" + fullName() + "/contents/" + path;
    var known = BLOB.matcher(api.send("GET", at + "?ref=" + branch, ""));
    String id = known.find() ? known.group(1) : "";
    api.send(
        "PUT",
        at,
        "{\"branch\":\"%s\",\"content\":\"%s\",\"sha\":\"%s\",\"message\":\"Change %s\"}"
            .formatted(branch, content, id, path));
  }

  /// The text of a file on a branch.
  public String read(String branch, String path) {
    return api.send("GET", "/repos/" + fullName() + "/raw/" + path + "?ref=" + branch, "");
  }

  /// Deletes a branch.
  public void deleteBranch(String branch) {
    api.send("DELETE", "/repos/" + fullName() + "/branches/" + branch, "");
  }

  /// All pull requests, open or not, as Gitea's API has them.
  public String pulls() {
    return api.send("GET", "/repos/" + fullName() + "/pulls?state=all", "");
  }

  /// One pull request, as Gitea's API has it.
  public String pull(long number) {
    return api.send("GET", "/repos/" + fullName() + "/pulls/" + number, "");
  }

  /// The numbers of the open pull requests.
  public List<Long> open() {
    String found = api.send("GET", "/repos/" + fullName() + "/pulls?state=open", "");
    return NUMBER.matcher(found).results().map(each -> Long.valueOf(each.group(1))).toList();
  }

  /// Merges a pull request as soon as Gitea has found out that it can be. What it says of that is
  /// true of the commit before for a moment after a push; then it refuses, and asks for patience.
  public void merge(long number) {
    Instant deadline = Instant.now().plusSeconds(60);
    boolean merged = false;
    while (!merged) {
      merged = isMerged(number, deadline);
    }
  }

  private boolean isMerged(long number, Instant deadline) {
    while (!pull(number).contains("\"mergeable\":true") && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
    }
    try {
      api.post(
          "/repos/" + fullName() + "/pulls/" + number + "/merge",
          "{\"Do\":\"merge\",\"delete_branch_after_merge\":true}");
      return true;
    } catch (TestbedFailure refused) {
      if (!String.valueOf(refused.getMessage()).contains("try again later")
          || Instant.now().isAfter(deadline)) {
        throw refused;
      }
      return false;
    }
  }

  /// Says how the last commit of a branch fares.
  public void report(String branch, String context, String state) {
    String tip = api.send("GET", "/repos/" + fullName() + "/branches/" + branch, "");
    var commit = TIP.matcher(tip);
    api.post(
        "/repos/" + fullName() + "/statuses/" + (commit.find() ? commit.group(1) : branch),
        "{\"context\":\"%s\",\"state\":\"%s\"}".formatted(context, state));
  }

  /// Closes a pull request without merging it.
  public void close(long number) {
    api.send("PATCH", "/repos/" + fullName() + "/pulls/" + number, "{\"state\":\"closed\"}");
  }

  /// Lets another user work in the repository.
  ///
  /// @param permission `read`, `write` or `admin`
  public void invite(ForgeUser user, String permission) {
    api.send(
        "PUT",
        "/repos/" + fullName() + "/collaborators/" + user.name(),
        "{\"permission\":\"" + permission + "\"}");
  }

  /// Protects a branch; the rule is JSON as Gitea's API wants it, without the name.
  public void protect(String branch, String rule) {
    api.post(
        "/repos/" + fullName() + "/branch_protections",
        "{\"rule_name\":\"%s\",%s}".formatted(branch, rule));
  }

  /// Tells a URL of pushes and pull requests.
  public void webhook(String url, String secret) {
    api.post(
        "/repos/" + fullName() + "/hooks",
        "{\"type\":\"gitea\",\"active\":true,\"events\":[\"push\",\"pull_request\"],\"config\":{\"url\":\"%s\",\"content_type\":\"json\",\"secret\":\"%s\"}}"
            .formatted(url, secret));
  }
}
