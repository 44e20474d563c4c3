package dev.levada.core.hook.notice;

import dev.levada.core.manifest.Mapping;
import java.util.List;
import java.util.Set;

/// Reads the notifications of one kind of registry.
interface NoticeReader {

  /// All of them; no payload is recognised by two.
  List<NoticeReader> ALL =
      List.of(
          new DistributionNotice(),
          new HarborNotice(),
          new DockerHubNotice(),
          new QuayNotice(),
          new PackageNotice("package"),
          new PackageNotice("registry_package"),
          new AcrNotice(),
          new GcrNotice(),
          new NexusNotice());

  /// Whether a payload is such a notification.
  boolean recognises(Mapping payload);

  /// The repositories that have other tags now.
  Set<RepositoryName> repositories(Mapping payload);
}
