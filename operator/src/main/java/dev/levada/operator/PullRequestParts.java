package dev.levada.operator;

import dev.levada.api.GitProvider;
import dev.levada.api.PullRequestPolicy;
import dev.levada.cluster.access.ResourceType;
import dev.levada.fetch.http.WebClients;
import dev.levada.operator.deploy.Readers;
import dev.levada.operator.image.ImageCourse;
import dev.levada.operator.pullrequest.ForgeAccess;
import dev.levada.operator.pullrequest.GitProviderController;
import dev.levada.operator.pullrequest.PullRequestPolicyController;
import dev.levada.operator.pullrequest.RequestTriggers;
import dev.levada.operator.pullrequest.RequestWork;
import dev.levada.operator.runtime.timing.Jitter;
import dev.levada.operator.source.NamedSecrets;
import dev.levada.operator.update.BranchChanges;

/// The parts that open pull requests. Their kinds are our own: a cluster that has only Flux's is
/// served without them, so nobody waits for their first list.
final class PullRequestParts {

  private static final String MANAGER = PullRequestPolicyController.MANAGER;

  private final WatchedKind<GitProvider> providers;
  private final WatchedKind<PullRequestPolicy> policies;
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
                readers::of,
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

  void watch() {
    providers.watch();
    policies.watch();
  }

  void close() {
    providers.close();
    policies.close();
    web.close();
  }
}
