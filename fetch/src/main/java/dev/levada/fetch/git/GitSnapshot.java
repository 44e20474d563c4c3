package dev.levada.fetch.git;

import dev.levada.core.tree.Tree;
import java.time.Instant;

/// A repository at one commit.
///
/// @param revision what `status.artifact.revision` says, such as `main@sha1:<40 hex digits>`
/// @param commit the commit's 40 hex digits
/// @param subject the first line of the commit's message
/// @param committed when it was committed
/// @param tree the files; readable as long as it is held, whatever is fetched after it
public record GitSnapshot(
    String revision, String commit, String subject, Instant committed, Tree tree) {}
