package dev.levada.operator;

import dev.levada.api.ImageUpdateAutomation;
import dev.levada.cluster.access.ResourceType;
import dev.levada.fetch.git.GitWrite;
import dev.levada.operator.feature.Feature;
import dev.levada.operator.feature.Features;
import dev.levada.operator.image.ImageCourse;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.timing.Jitter;
import dev.levada.operator.source.GitAccess;
import dev.levada.operator.source.NamedSecrets;
import dev.levada.operator.update.ImageUpdate;
import dev.levada.operator.update.ImageUpdateController;
import dev.levada.operator.update.UpdateTriggers;
import java.time.Duration;

/// The parts that write chosen images into Git repositories.
final class UpdateParts {

  private final WatchedKind<ImageUpdateAutomation> automations;
  private final ImageUpdate update;

  UpdateParts(EngineBase base, SourceParts sources, ImageParts images) {
    EngineOptions options = base.options();
    this.automations =
        new WatchedKind<>(
            base,
            new ResourceType(ImageUpdateAutomation.TYPE, "imageupdateautomations", true),
            ImageUpdateController.MANAGER,
            ImageUpdateAutomation::of,
            ImageUpdateAutomation::status);
    this.update =
        new ImageUpdate(
            images.policies(),
            sources.repositories(),
            new GitAccess(base.client()),
            new NamedSecrets(base.client()),
            sources.remote(),
            new ImageUpdate.UpdateRules(options.crossNamespace(), start(options.features())),
            base.clock());
    var triggers = new UpdateTriggers(automations.objects(), base.controllers(), base.clock());
    automations.run(
        new ImageUpdateController(
            automations.objects(),
            update,
            new ImageCourse(automations.finalizers(), automations.report()),
            base.controllers(),
            triggers,
            new Jitter(options.jitterPercent(), System.nanoTime()),
            base.clock()),
        options.concurrentSources(),
        ImageUpdateAutomation::metadata);
    images.policies().listen(triggers::policyChanged);
    sources.repositories().listen(triggers::sourceChanged);
  }

  private static GitWrite.BranchStart start(Features features) {
    return features.isOn(Feature.GIT_FORCE_PUSH_BRANCH)
        ? GitWrite.BranchStart.SOURCE
        : GitWrite.BranchStart.BRANCH;
  }

  ResourceCache<ImageUpdateAutomation> automations() {
    return automations.objects();
  }

  ImageUpdate update() {
    return update;
  }

  void watch() {
    automations.watch();
  }

  boolean awaitSynced(Duration longest) throws InterruptedException {
    return automations.awaitSynced(longest);
  }

  void close() {
    automations.close();
  }
}
