package dev.levada.operator;

import dev.levada.api.GitProvider;
import dev.levada.api.Kustomization;
import dev.levada.api.PullRequestPolicy;
import dev.levada.api.SourceReference;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.observe.Reflector;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.tree.TreePath;
import dev.levada.fetch.http.WebClients;
import dev.levada.operator.deploy.Readers;
import dev.levada.operator.image.ImageCourse;
import dev.levada.operator.pullrequest.ChartUser;
import dev.levada.operator.pullrequest.ForgeAccess;
import dev.levada.operator.pullrequest.GitProviderController;
import dev.levada.operator.pullrequest.PullRequestPolicyController;
import dev.levada.operator.pullrequest.RequestTriggers;
import dev.levada.operator.pullrequest.RequestWork;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.timing.Jitter;
import dev.levada.operator.source.NamedSecrets;
import dev.levada.operator.update.BranchChanges;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The parts that open pull requests. Their kinds are our own: a cluster that has only Flux's is
/// served without them, so nobody waits for their first list.
final class PullRequestParts {

  private static final String MANAGER = PullRequestPolicyController.MANAGER;

  private static final String BY_SOURCE = "source";
  private static final ResourceType RELEASES =
      new ResourceType(
          new GroupVersionKind("helm.toolkit.fluxcd.io", "v2", "HelmRelease"),
          "helmreleases",
          true);

  private final WatchedKind<GitProvider> providers;
  private final WatchedKind<PullRequestPolicy> policies;
  private final ResourceCache<ChartUser> releases = new ResourceCache<>(ChartUser::of);
  private final Supplier<Reflector> watchReleases;
  private final AtomicReference<Optional<Reflector>> reflector =
      new AtomicReference<>(Optional.empty());
  private final WebClients web = new WebClients();

  PullRequestParts(EngineBase base, UpdateParts updates, Readers readers) {
    EngineOptions options = base.options();
    this.providers =
        new WatchedKind<>(
            base,
            new ResourceType(GitProvider.TYPE, "gitproviders", true),
            MANAGER,
            GitProvider::of,
            GitProvider::status);
    this.policies =
        new WatchedKind<>(
            base,
            new ResourceType(PullRequestPolicy.TYPE, "pullrequestpolicies", true),
            MANAGER,
            PullRequestPolicy::of,
            PullRequestPolicy::status);
    releases.index(BY_SOURCE, each -> List.of(each.source().toString()));
    this.watchReleases = () -> Reflector.start(base.client(), RELEASES, base.selection(), releases);
    var access = new ForgeAccess(new NamedSecrets(base.client()), web, base.clock());
    var jitter = new Jitter(options.jitterPercent(), System.nanoTime());
    providers.run(
        new GitProviderController(
            providers.objects(),
            access,
            new ImageCourse(providers.finalizers(), providers.report()),
            jitter),
        options.concurrentSources(),
        GitProvider::metadata);
    policies.run(
        new PullRequestPolicyController(
            policies.objects(),
            new RequestWork(
                updates.automations(),
                providers.objects(),
                access,
                new BranchChanges(updates.update()),
                (source, files) -> feeds(readers, source, files),
                base.clock()),
            new ImageCourse(policies.finalizers(), policies.report()),
            base.controllers(),
            jitter,
            base.clock()),
        options.concurrentSources(),
        PullRequestPolicy::metadata);
    var triggers = new RequestTriggers(policies.objects(), base.controllers());
    updates.automations().listen(triggers::automationChanged);
    providers.objects().listen(triggers::providerChanged);
  }

  /// The objects that are made from files of a source.
  private List<String> feeds(Readers readers, SourceReference source, Collection<TreePath> files) {
    Stream<String> kustomizations =
        readers.of(source, files).stream().map(name -> Kustomization.KIND + "/" + name);
    Stream<String> charts =
        releases.lookup(BY_SOURCE, source.toString()).stream()
            .filter(release -> release.isMadeFrom(files))
            .map(ChartUser::name)
            .sorted();
    return Stream.concat(kustomizations, charts).toList();
  }

  void watch() {
    reflector.set(Optional.of(watchReleases.get()));
    providers.watch();
    policies.watch();
  }

  void close() {
    reflector.get().ifPresent(Reflector::close);
    providers.close();
    policies.close();
    web.close();
  }
}
