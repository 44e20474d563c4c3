package dev.levada.operator;

import dev.levada.api.ImagePolicy;
import dev.levada.api.ImageRepository;
import dev.levada.cluster.access.ResourceType;
import dev.levada.fetch.cloud.Surroundings;
import dev.levada.fetch.http.WebClients;
import dev.levada.fetch.http.WebSettings;
import dev.levada.fetch.oci.OciClient;
import dev.levada.fetch.tags.TagStore;
import dev.levada.operator.image.CloudLogins;
import dev.levada.operator.image.ImageAccess;
import dev.levada.operator.image.ImageCourse;
import dev.levada.operator.image.ImagePolicyController;
import dev.levada.operator.image.ImageRepositoryController;
import dev.levada.operator.image.ImageScan;
import dev.levada.operator.image.ImageTriggers;
import dev.levada.operator.image.LatestImage;
import dev.levada.operator.image.RepositoryLookup;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.timing.Jitter;
import java.time.Duration;

/// The parts that scan image repositories and choose their latest tags.
final class ImageParts {

  private static final String MANAGER = ImageRepositoryController.MANAGER;

  private final WatchedKind<ImageRepository> repositories;
  private final WatchedKind<ImagePolicy> policies;
  private final OciClient oci;
  private final WebClients web = new WebClients();

  ImageParts(EngineBase base) {
    EngineOptions options = base.options();
    this.repositories =
        new WatchedKind<>(
            base,
            new ResourceType(ImageRepository.TYPE, "imagerepositories", true),
            MANAGER,
            ImageRepository::of,
            ImageRepository::status);
    this.policies =
        new WatchedKind<>(
            base,
            new ResourceType(ImagePolicy.TYPE, "imagepolicies", true),
            MANAGER,
            ImagePolicy::of,
            ImagePolicy::status);
    this.oci = new OciClient(base.clock());
    var around = new Surroundings(web.get(WebSettings.standard()), System.getenv(), base.clock());
    var access = new ImageAccess(base.client(), oci, new CloudLogins(around));
    var store = new TagStore(options.storagePath().resolve("tags"));
    var jitter = new Jitter(options.jitterPercent(), System.nanoTime());
    repositories.run(
        new ImageRepositoryController(
            repositories.objects(),
            new ImageScan(access, store, base.clock()),
            new ImageCourse(repositories.finalizers(), repositories.report()),
            jitter),
        options.concurrentSources(),
        ImageRepository::metadata);
    var lookup =
        new RepositoryLookup(
            repositories.objects(),
            base.client(),
            options.crossNamespace(),
            options.requeueDependency());
    policies.run(
        new ImagePolicyController(
            policies.objects(),
            new LatestImage(lookup, access, store),
            new ImageCourse(policies.finalizers(), policies.report()),
            jitter),
        options.concurrentSources(),
        ImagePolicy::metadata);
    repositories.objects().listen(new ImageTriggers(policies.objects(), base.controllers()));
  }

  ResourceCache<ImagePolicy> policies() {
    return policies.objects();
  }

  void watch() {
    repositories.watch();
    policies.watch();
  }

  boolean awaitSynced(Duration longest) throws InterruptedException {
    return repositories.awaitSynced(longest) && policies.awaitSynced(longest);
  }

  void close() {
    repositories.close();
    policies.close();
    oci.close();
    web.close();
  }
}
