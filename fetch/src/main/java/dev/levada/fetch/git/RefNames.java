package dev.levada.fetch.git;

import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Repository;

/// Whether the names in a reference can be names in Git at all.
final class RefNames {

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

  private RefNames() {}

  /// @throws Invalid where one cannot
  static void check(GitRef ref) throws Invalid {
    if (!ref.commit().isEmpty() && !COMMIT.matcher(ref.commit()).matches()) {
      throw new Invalid("a commit is written with all its 40 hexadecimal digits, in lower case");
    }
    check("refs/heads/" + ref.branchOrDefault());
    check("refs/tags/" + (ref.tag().isEmpty() ? "none" : ref.tag()));
    check(ref.name().isEmpty() ? "refs/heads/none" : ref.name().replaceFirst("\\^\\{}$", ""));
  }

  private static void check(String name) throws Invalid {
    if (!name.equals("HEAD") && !Repository.isValidRefName(name)) {
      throw new Invalid("'" + name + "' cannot be the name of a reference");
    }
  }

  /// A name that cannot be one.
  static final class Invalid extends Exception {
    Invalid(String message) {
      super(message);
    }
  }
}
