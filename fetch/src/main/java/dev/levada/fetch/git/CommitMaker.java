package dev.levada.fetch.git;

import dev.levada.core.tree.TreePath;
import dev.levada.fetch.signing.CommitSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/// Makes commits in a repository that has no work tree.
///
/// @param repository takes the objects
/// @param write who makes the commit, and how it is signed
record CommitMaker(Repository repository, GitWrite write) {

  /// A commit of some files on top of another one.
  ///
  /// @return its id; empty where the files are so already
  Optional<ObjectId> commit(ObjectId parent, GitEdit.Proposal proposal) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter();
        var walk = new RevWalk(inserter.newReader())) {
      RevCommit base = walk.parseCommit(parent);
      ObjectId tree = tree(inserter, walk, base, proposal.files());
      if (tree.equals(base.getTree())) {
        return Optional.empty();
      }
      ObjectId commit = inserter.insert(signed(builder(parent, tree, proposal.message())));
      inserter.flush();
      return Optional.of(commit);
    }
  }

  private static ObjectId tree(
      ObjectInserter inserter, RevWalk walk, RevCommit base, Map<TreePath, byte[]> files)
      throws IOException {
    DirCache cache = DirCache.newInCore();
    var builder = cache.builder();
    builder.addTree(new byte[0], DirCacheEntry.STAGE_0, walk.getObjectReader(), base.getTree());
    builder.finish();
    DirCacheEditor editor = cache.editor();
    for (var file : files.entrySet()) {
      ObjectId blob = inserter.insert(Constants.OBJ_BLOB, file.getValue());
      editor.add(
          new DirCacheEditor.PathEdit(file.getKey().text()) {
            @Override
            public void apply(DirCacheEntry entry) {
              if (entry.getRawMode() == 0) {
                entry.setFileMode(FileMode.REGULAR_FILE);
              }
              entry.setObjectId(blob);
            }
          });
    }
    editor.finish();
    return cache.writeTree(inserter);
  }

  private CommitBuilder builder(ObjectId parent, ObjectId tree, String message) {
    var who =
        new PersonIdent(
            write.author().name(), write.author().email(), write.clock().instant(), ZoneOffset.UTC);
    var builder = new CommitBuilder();
    builder.setTreeId(tree);
    builder.setParentId(parent);
    builder.setAuthor(who);
    builder.setCommitter(who);
    builder.setEncoding(StandardCharsets.UTF_8);
    builder.setMessage(message.endsWith("\n") ? message : message + "\n");
    return builder;
  }

  private CommitBuilder signed(CommitBuilder builder) throws IOException {
    if (write.signer().isPresent()) {
      CommitSigner signer = write.signer().get();
      builder.setGpgSignature(new GpgSignature(signer.sign(builder.build())));
    }
    return builder;
  }
}
