package dev.levada.core.hook.notice;

import dev.levada.core.manifest.Mapping;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What a payload tells about repositories of images.
public sealed interface Notice {

  /// It is no notification of a registry.
  record Other() implements Notice {}

  /// It is one.
  ///
  /// @param repositories those that have other tags now; none where it is about reading, or about
  ///   something that is no image
  record Named(Set<RepositoryName> repositories) implements Notice {

    public Named {
      repositories = Set.copyOf(repositories);
    }

    /// Chooses among candidates those that the notification is about: of each repository the ones
    /// at the registry that it names, or, where none is there, the ones of the same path, since
    /// behind a proxy a registry goes by another host's name.
    ///
    /// @param registry the registry of a candidate
    /// @param path its path there
    public <T> List<T> choose(
        List<T> candidates, Function<T, String> registry, Function<T, String> path) {
      var meant = new HashSet<T>();
      for (RepositoryName name : repositories) {
        List<T> ofPath =
            candidates.stream().filter(each -> name.hasPath(path.apply(each))).toList();
        List<T> atHost =
            ofPath.stream().filter(each -> name.hasHost(registry.apply(each))).toList();
        meant.addAll(atHost.isEmpty() ? ofPath : atHost);
      }
      return candidates.stream().filter(meant::contains).toList();
    }
  }

  /// Reads a payload.
  static Notice of(Mapping payload) {
    for (NoticeReader reader : NoticeReader.ALL) {
      if (reader.recognises(payload)) {
        return new Named(reader.repositories(payload));
      }
    }
    return new Other();
  }
}
