package dev.levada.operator;

import dev.levada.api.Kustomization;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.apply.Applier;
import dev.levada.cluster.apply.Pruner;
import dev.levada.cluster.apply.Settled;
import dev.levada.cluster.observe.LiveObjects;
import dev.levada.cluster.observe.OwnerLabels;
import dev.levada.cluster.observe.Reflector;
import dev.levada.fetch.kms.KeyServices;
import dev.levada.operator.deploy.Dependencies;
import dev.levada.operator.deploy.Deployment;
import dev.levada.operator.deploy.HealthWait;
import dev.levada.operator.deploy.KustomizationController;
import dev.levada.operator.deploy.Memory;
import dev.levada.operator.deploy.Pruning;
import dev.levada.operator.deploy.Removal;
import dev.levada.operator.deploy.Rendering;
import dev.levada.operator.deploy.Rollout;
import dev.levada.operator.deploy.Sources;
import dev.levada.operator.deploy.Triggers;
import dev.levada.operator.deploy.live.ForeignObjects;
import dev.levada.operator.deploy.live.HealthBoard;
import dev.levada.operator.deploy.live.LiveKinds;
import dev.levada.operator.deploy.live.OwnedRules;
import dev.levada.operator.ingredient.Ingredients;
import dev.levada.operator.ingredient.NamedConfigs;
import dev.levada.operator.ingredient.OwnerHealth;
import dev.levada.operator.ingredient.Questions;
import dev.levada.operator.report.Finalizers;
import dev.levada.operator.report.KindLog;
import dev.levada.operator.report.KustomizationNews;
import dev.levada.operator.report.KustomizationReport;
import dev.levada.operator.report.StatusWriter;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.timing.Jitter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// The parts that look after Kustomizations.
final class DeployParts {

  private static final ResourceType TYPE =
      new ResourceType(Kustomization.TYPE, "kustomizations", true);

  /// The field manager of everything that is applied.
  private static final String APPLIER = "kustomize-controller";

  private final ResourceCache<Kustomization> kustomizations =
      new ResourceCache<>(Kustomization::of);
  private final LiveObjects objects;
  private final Questions questions = new Questions();
  private final Settled settled = new Settled();
  private final Memory memory;
  private final ConfigParts configs;
  private final Supplier<Reflector> watch;
  private final AtomicReference<Optional<Reflector>> reflector =
      new AtomicReference<>(Optional.empty());

  DeployParts(EngineBase base, SourceParts sources) {
    this.objects =
        new LiveObjects(
            base.client(),
            base.discovery(),
            base.clock(),
            OwnerLabels.KUSTOMIZATION,
            new OwnedRules(APPLIER, new OwnerHealth(kustomizations, questions)::judge));
    this.memory = new Memory(objects, settled);
    var board = new HealthBoard(objects, new ForeignObjects(base.client(), base.discovery()));
    var triggers = new Triggers(kustomizations, sources.shelf(), memory, base.controllers());
    this.configs = new ConfigParts(base, triggers);
    base.controllers()
        .register(
            Kustomization.KIND, controller(base, sources, board), base.options().concurrent());
    kustomizations.listen(
        Edges.to(base.controllers(), Kustomization.KIND, Kustomization::metadata));
    kustomizations.listen(triggers::statusChanged);
    sources.shelf().listen(triggers::sourceChanged);
    objects.listen(board::changed);
    objects.listen(triggers::liveChanged);
    this.watch = () -> Reflector.start(base.client(), TYPE, base.selection(), kustomizations);
  }

  private KustomizationController controller(
      EngineBase base, SourceParts sources, HealthBoard board) {
    EngineOptions options = base.options();
    var news = new KustomizationNews(base.events(), new KindLog(Kustomization.TYPE));
    var report = new KustomizationReport(status(base), news, base.clock());
    var finalizers =
        new Finalizers(
            base.client(),
            TYPE,
            KustomizationReport.MANAGER,
            written -> kustomizations.changed(written, false));
    var health = new HealthWait(board, questions, report, news, base.clock());
    var applier =
        new Applier(
            base.client(), base.discovery(), objects, settled, APPLIER, options.concurrentApply());
    var pruner = new Pruner(base.client(), base.discovery(), settled);
    var rollout =
        new Rollout(
            applier,
            base.discovery(),
            new LiveKinds(base.discovery(), objects),
            health,
            report,
            news);
    var deployment =
        new Deployment(
            finalizers,
            new Sources(sources.repositories(), sources.shelf(), options.crossNamespace()),
            new Dependencies(kustomizations, questions, options.requeueDependency()),
            questions,
            new Ingredients(
                new NamedConfigs(base.client()),
                new KeyServices(base.clock()),
                true,
                options.inputs().refuseChangedSecrets()),
            new Rendering(),
            rollout,
            new Pruning(pruner, news),
            health,
            memory);
    return new KustomizationController(
        kustomizations,
        deployment,
        new Removal(pruner, board, deployment, finalizers, report, news),
        report,
        new Jitter(options.jitterPercent(), System.nanoTime()),
        base.clock());
  }

  private StatusWriter status(EngineBase base) {
    return new StatusWriter(
        base.client(),
        TYPE,
        KustomizationReport.MANAGER,
        KustomizationReport.CONDITIONS,
        object -> kustomizations.find(object.namespace(), object.name()).map(Kustomization::status),
        written -> kustomizations.changed(written, false),
        base.clock());
  }

  void watch() {
    reflector.set(Optional.of(watch.get()));
    configs.watch();
  }

  boolean awaitSynced(Duration longest) throws InterruptedException {
    return kustomizations.awaitSynced(longest);
  }

  void close() {
    configs.close();
    reflector.get().ifPresent(Reflector::close);
    objects.close();
  }
}
