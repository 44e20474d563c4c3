package dev.levada.core.hook.notice;

import dev.levada.core.manifest.Mapping;
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
      return candidates.stream()
          .filter(each ->
              repositories.stream()
                  .anyMatch(name -> isMeant(name, each, candidates, registry, path)))
          .toList();
    }

    private static <T> boolean isMeant(
        RepositoryName name,
        T candidate,
        List<T> all,
        Function<T, String> registry,
        Function<T, String> path) {
      if (!name.hasPath(path.apply(candidate))) {
        return false;
      }
      return name.hasHost(registry.apply(candidate))
          || all.stream()
              .noneMatch(
                  other -> name.hasPath(path.apply(other)) && name.hasHost(registry.apply(other)));
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
