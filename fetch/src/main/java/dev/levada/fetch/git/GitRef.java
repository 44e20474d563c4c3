package dev.levada.fetch.git;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of a repository is wanted, as `spec.ref` says it; an empty part is unset. The first that is
/// set of commit, name, semver, tag and branch decides; with none set it is the branch `master`
/// (flux-api.md 1.1).
///
/// @param branch a branch's short name; beside a commit it only says where that commit lies
/// @param tag a tag's short name
/// @param semver a range over the tags that are versions
/// @param name a full reference such as `refs/pull/1/head`
/// @param commit a commit's 40 hex digits
public record GitRef(String branch, String tag, String semver, String name, String commit) {

  private static final Pattern REVISION = Pattern.compile("(?:(?:(.+)@)?sha1:)?([0-9a-f]{40})");

  /// A branch.
  public static GitRef ofBranch(String branch) {
    return new GitRef(branch, "", "", "", "");
  }

  /// What a word can mean, in the order in which it is tried: a revision as a status tells it, a
  /// commit, a full reference, a branch, a tag.
  ///
  /// @param word such as `main`, `v1.2.0`, `refs/pull/1/head` or `main@sha1:<40 hex digits>`
  public static List<GitRef> candidates(String word) {
    Matcher revision = REVISION.matcher(word);
    if (revision.matches()) {
      String branch = revision.group(1) == null ? "" : revision.group(1);
      return List.of(new GitRef(branch, "", "", "", revision.group(2)));
    }
    return word.startsWith("refs/") || word.equals("HEAD")
        ? List.of(new GitRef("", "", "", word, ""))
        : List.of(ofBranch(word), new GitRef("", word, "", "", ""));
  }

  /// The branch that is meant where a branch decides.
  String branchOrDefault() {
    return branch.isEmpty() ? "master" : branch;
  }

  /// What is wanted, in words for messages.
  public String describe() {
    if (!commit.isEmpty()) {
      return "commit '" + commit + "'";
    }
    if (!name.isEmpty()) {
      return "reference '" + name + "'";
    }
    if (!semver.isEmpty()) {
      return "semver range '" + semver + "'";
    }
    return tag.isEmpty() ? "branch '" + branchOrDefault() + "'" : "tag '" + tag + "'";
  }
}
