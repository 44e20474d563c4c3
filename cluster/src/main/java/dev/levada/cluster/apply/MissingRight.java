package dev.levada.cluster.apply;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/// Reads from the API server's words which right an account lacks, and says what to grant.
public final class MissingRight {

  private static final Pattern WORDS =
      Pattern.compile(
          "User \"([^\"]+)\" cannot (\\S+) resource \"([^\"]+)\" in API group \"([^\"]*)\""
              + "(?: in the namespace \"([^\"]+)\"| at the cluster scope)?");
  private static final String ACCOUNT = "system:serviceaccount:";

  private MissingRight() {}

  /// What to do; empty where the message speaks of no right.
  ///
  /// @param message the server's refusal
  public static String fix(String message) {
    Matcher right = WORDS.matcher(message);
    if (!right.find()) {
      return ""; // a quota, an admission webhook: its own words say more
    }
    String group = right.group(4).isEmpty() ? "the core group" : "group " + right.group(4);
    String where =
        right.group(5) == null
            ? "in a ClusterRole and bind it with a ClusterRoleBinding"
            : "in a role in namespace " + right.group(5) + " and bind it";
    return "Allow verb "
        + right.group(2)
        + " on "
        + right.group(3)
        + " of "
        + group
        + " "
        + where
        + " to "
        + account(right.group(1));
  }

  private static String account(String user) {
    return user.startsWith(ACCOUNT)
        ? "ServiceAccount " + user.substring(ACCOUNT.length()).replace(':', '/')
        : "user " + user;
  }
}
