package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.TestbedFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a control plane consists of.
///
/// @param folder where it keeps its data and logs; absent: a temporary folder that goes with it
/// @param parts what runs beside etcd and the API server
/// @param users whom the API server knows beside its administrator
/// @param auditLog whether the API server writes who asked what into [ControlPlane#auditLog()]
/// @param startLimit how long each component may take until it is ready
public record Settings(
    Optional<Path> folder,
    Set<Part> parts,
    List<User> users,
    boolean auditLog,
    Duration startLimit) {

  /// What can be left out.
  public enum Part {
    /// Deployments, jobs, garbage collection, namespace deletion, service accounts.
    CONTROLLER_MANAGER,
    /// Puts pods on the one node.
    SCHEDULER,
    /// Plays the node and its pods.
    KWOK
  }

  /// A user whom the API server knows by a token; it has no rights until a role binding gives some.
  ///
  /// @param name its name
  /// @param groups its groups
  public record User(String name, List<String> groups) {

    /// Refuses what the API server's token file cannot carry.
    public User {
      groups = List.copyOf(groups);
      for (String word : groups) {
        requireWord(word);
      }
      requireWord(name);
    }

    private static void requireWord(String word) {
      if (!word.matches("[A-Za-z0-9:._@-]{1,200}")) {
        throw new TestbedFailure(
            "The user or group name \"" + word + "\" cannot be written into a token file",
            "Use letters, digits and : . _ @ - only.");
      }
    }
  }

  /// Copies what it is given.
  public Settings {
    parts = Set.copyOf(parts);
    users = List.copyOf(users);
  }

  /// Everything, in a temporary folder, with the users `limited` (no groups) and `reader` (group
  /// `levada:readers`).
  public static Settings standard() {
    return new Settings(
        Optional.empty(),
        Set.of(Part.values()),
        List.of(new User("limited", List.of()), new User("reader", List.of("levada:readers"))),
        false,
        Duration.ofMinutes(5));
  }

  /// The same with its data kept in a folder: a later control plane in it goes on from there.
  public Settings in(Path newFolder) {
    return new Settings(Optional.of(newFolder), parts, users, auditLog, startLimit);
  }

  /// The same without some parts.
  public Settings without(Part... left) {
    Set<Part> gone = Set.of(left);
    var rest = parts.stream().filter(part -> !gone.contains(part)).collect(Collectors.toSet());
    return new Settings(folder, rest, users, auditLog, startLimit);
  }

  /// The same with one more user.
  public Settings withUser(String name, String... groups) {
    var more = new ArrayList<>(users);
    more.add(new User(name, Arrays.asList(groups)));
    return new Settings(folder, parts, more, auditLog, startLimit);
  }

  /// The same with an audit log.
  public Settings withAuditLog() {
    return new Settings(folder, parts, users, true, startLimit);
  }
}
