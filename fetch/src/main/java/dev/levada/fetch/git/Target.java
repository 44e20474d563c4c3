package dev.levada.fetch.git;

import java.util.Objects;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;

/// The object of a remote repository that a reference turned out to mean.
///
/// @param label what stands before `@` in the revision; empty where nothing does
/// @param object what to fetch: a commit, or a tag that leads to one
/// @param commit the commit, as far as the server has told
record Target(String label, ObjectId object, ObjectId commit) {

  /// What a listed reference points at.
  static Target of(String label, Ref ref) {
    ObjectId object =
        Objects.requireNonNull(ref.getObjectId(), "a listed reference names an object");
    ObjectId peeled = ref.getPeeledObjectId();
    return new Target(label, object, peeled == null ? object : peeled);
  }

  /// The revision as `status.artifact` says it (flux-api.md 0.3).
  String revision() {
    return revision(commit);
  }

  /// The revision once the commit is known for certain.
  String revision(ObjectId known) {
    return (label.isEmpty() ? "" : label + "@") + "sha1:" + known.name();
  }
}
