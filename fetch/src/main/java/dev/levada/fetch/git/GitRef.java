package dev.levada.fetch.git;

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

  /// A branch.
  public static GitRef ofBranch(String branch) {
    return new GitRef(branch, "", "", "", "");
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
