package dev.levada.fetch.git;

import dev.levada.core.semver.SemverRange;
import dev.levada.core.semver.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.RefSpec;

/// Which references to ask a server about, and which of its answers is the one that is meant.
sealed interface RefQuestion {

  /// The references to list; narrow, since a server may have tens of thousands.
  List<RefSpec> wanted();

  /// The objects that are meant: none, one, or (versions that are equal) several, of which the one
  /// committed last counts.
  List<Target> meant(Map<String, Ref> refs);

  /// The question that a reference asks.
  static RefQuestion of(GitRef ref) {
    if (!ref.commit().isEmpty()) {
      return new Commit(ref.branch(), ObjectId.fromString(ref.commit()));
    }
    if (!ref.name().isEmpty()) {
      return new Exact(ref.name(), ref.name());
    }
    if (!ref.semver().isEmpty()) {
      return new Versions(SemverRange.parse(ref.semver()));
    }
    if (!ref.tag().isEmpty()) {
      return new Exact(ref.tag(), Constants.R_TAGS + ref.tag());
    }
    return new Exact(ref.branchOrDefault(), Constants.R_HEADS + ref.branchOrDefault());
  }

  /// A commit by its id: nothing needs to be listed to know it.
  ///
  /// @param branch what to call it in the revision; may be empty
  /// @param id the commit
  record Commit(String branch, ObjectId id) implements RefQuestion {
    @Override
    public List<RefSpec> wanted() {
      return List.of(new RefSpec(Constants.HEAD));
    }

    @Override
    public List<Target> meant(Map<String, Ref> refs) {
      return List.of(target());
    }

    /// The commit as a target.
    Target target() {
      return new Target(branch, id, id);
    }
  }

  /// One reference by its full name; `^{}` at its end means the commit behind a tag.
  ///
  /// @param label what to call it in the revision
  /// @param name the full name
  record Exact(String label, String name) implements RefQuestion {
    @Override
    public List<RefSpec> wanted() {
      return List.of(new RefSpec(plainName()));
    }

    @Override
    public List<Target> meant(Map<String, Ref> refs) {
      return Optional.ofNullable(refs.get(plainName())).stream()
          .map(found -> Target.of(label, found))
          .toList();
    }

    private String plainName() {
      return name.endsWith("^{}") ? name.substring(0, name.length() - 3) : name;
    }
  }

  /// The highest version among the tags that lies in a range.
  ///
  /// @param range the range
  record Versions(SemverRange range) implements RefQuestion {
    @Override
    public List<RefSpec> wanted() {
      return List.of(new RefSpec(Constants.R_TAGS + "*:" + Constants.R_TAGS + "*"));
    }

    @Override
    public List<Target> meant(Map<String, Ref> refs) {
      var highest = new ArrayList<Tag>();
      tags(refs.values()).forEach(tag -> keepHighest(highest, tag));
      return highest.stream().map(tag -> Target.of(tag.name(), tag.ref())).toList();
    }

    private List<Tag> tags(Collection<Ref> refs) {
      var tags = new ArrayList<Tag>();
      for (Ref ref : refs) {
        if (ref.getName().startsWith(Constants.R_TAGS)) {
          String name = ref.getName().substring(Constants.R_TAGS.length());
          Version.parseTag(name)
              .filter(range::matches)
              .ifPresent(version -> tags.add(new Tag(name, version, ref)));
        }
      }
      return tags;
    }

    private static void keepHighest(List<Tag> highest, Tag tag) {
      int order = highest.isEmpty() ? 1 : tag.version().compareTo(highest.getFirst().version());
      if (order > 0) {
        highest.clear();
      }
      if (order >= 0) {
        highest.add(tag);
      }
    }

    private record Tag(String name, Version version, Ref ref) {}
  }
}
