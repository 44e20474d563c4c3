package dev.levada.operator;

import dev.levada.api.Kustomization;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.observe.Reflector;
import dev.levada.core.kustomize.Remotes;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.kms.KeyServices;
import dev.levada.fetch.remote.RemoteSources;
import dev.levada.operator.dependency.Dependencies;
import dev.levada.operator.dependency.DependencyRules;
import dev.levada.operator.dependency.Sights;
import dev.levada.operator.deploy.Deployment;
import dev.levada.operator.deploy.DriftHistory;
import dev.levada.operator.deploy.HealthWait;
import dev.levada.operator.deploy.KustomizationController;
import dev.levada.operator.deploy.Memory;
import dev.levada.operator.deploy.Pruning;
import dev.levada.operator.deploy.Readers;
import dev.levada.operator.deploy.Removal;
import dev.levada.operator.deploy.Rollout;
import dev.levada.operator.deploy.Sources;
import dev.levada.operator.deploy.Triggers;
import dev.levada.operator.desired.Rendering;
import dev.levada.operator.destination.Targets;
import dev.levada.operator.feature.Feature;
import dev.levada.operator.ingredient.DecryptionOptions;
import dev.levada.operator.ingredient.Ingredients;
import dev.levada.operator.ingredient.NamedConfigs;
import dev.levada.operator.ingredient.OwnerHealth;
import dev.levada.operator.ingredient.Questions;
import dev.levada.operator.ingredient.WatchedConfigs;
import dev.levada.operator.journal.ClusterJournalStore;
import dev.levada.operator.journal.Journal;
import dev.levada.operator.journal.JournalStore;
import dev.levada.operator.report.Finalizers;
import dev.levada.operator.report.KindLog;
import dev.levada.operator.report.KustomizationNews;
import dev.levada.operator.report.KustomizationReport;
import dev.levada.operator.report.StatusWriter;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.Urgency;
import dev.levada.operator.runtime.timing.Jitter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The parts that look after Kustomizations.
final class DeployParts {

  private static final ResourceType TYPE =
      new ResourceType(Kustomization.TYPE, "kustomizations", true);

  // The part of all runs that background work may take.
  private static final int BACKGROUND_PART = 4;

  private final ResourceCache<Kustomization> kustomizations =
      new ResourceCache<>(Kustomization::of);
  private final Questions questions = new Questions();
  private final WatchedConfigs watched = new WatchedConfigs();
  private final ConfigParts configs;
  private final Targets targets;
  private final Sights sights;
  private final Memory memory = new Memory();
  private final Journal journal;
  private final DriftHistory drifts = new DriftHistory();
  private final Supplier<Reflector> watch;
  private final AtomicReference<Optional<Reflector>> reflector =
      new AtomicReference<>(Optional.empty());

  DeployParts(EngineBase base, SourceParts sources) {
    this.journal =
        new Journal(
            journalStore(base),
            base.timeline(),
            task -> Thread.ofVirtual().name("journal").start(task));
    this.targets =
        new Targets(
            base.options().targets(),
            base.client(),
            base.discovery(),
            base.meter(),
            base.clock(),
            new OwnerHealth(kustomizations, questions)::judge);
    this.sights =
        new Sights(
            base.client(),
            base.discovery(),
            key -> base.controllers().enqueue(key, Urgency.CHANGED, false));
    var triggers =
        new Triggers(
            kustomizations, sources.shelf(), memory, base.controllers(), drifts, base.clock());
    this.configs = new ConfigParts(base, watched);
    configs.listen(triggers::configChanged);
    base.controllers()
        .register(
            Kustomization.KIND,
            controller(base, sources),
            base.options().concurrent(),
            Math.max(1, base.options().concurrent() / BACKGROUND_PART));
    kustomizations.listen(
        Edges.to(base.controllers(), Kustomization.KIND, Kustomization::metadata));
    kustomizations.listen(triggers::statusChanged);
    sources.shelf().listen(triggers::sourceChanged);
    targets.listen(triggers::liveChanged);
    this.watch = () -> Reflector.start(base.client(), TYPE, base.selection(), kustomizations);
  }

  private KustomizationController controller(EngineBase base, SourceParts sources) {
    EngineOptions options = base.options();
    var news = new KustomizationNews(base.events(), new KindLog(Kustomization.TYPE));
    var report = new KustomizationReport(status(base), news, journal::settle, base.clock());
    Finalizers finalizers = finalizers(base);
    var health =
        new HealthWait(
            questions,
            report,
            news,
            base.clock(),
            !options.features().isOn(Feature.DISABLE_FAIL_FAST_BEHAVIOR));
    var rollout =
        new Rollout(
            health, journal, report, news, drifts, options.targets().customStages(), base.clock());
    var deployment =
        new Deployment(
            finalizers,
            new Sources(sources.repositories(), sources.shelf(), options.crossNamespace()),
            dependencies(base),
            questions,
            ingredients(base),
            targets,
            new Rendering(remotes(options)),
            rollout,
            new Pruning(news),
            health,
            memory,
            journal);
    return new KustomizationController(
        kustomizations,
        deployment,
        new Removal(kustomizations, targets, deployment, journal, finalizers, news),
        report,
        new Jitter(options.jitterPercent(), System.nanoTime()),
        base.clock());
  }

  private Dependencies dependencies(EngineBase base) {
    EngineOptions options = base.options();
    return new Dependencies(
        kustomizations,
        elsewhere(base),
        sights,
        targets::user,
        questions,
        new DependencyRules(
            options.features().isOn(Feature.ADDITIVE_CEL_DEPENDENCY_CHECK),
            options.crossNamespace(),
            options.requeueDependency()));
  }

  private Ingredients ingredients(EngineBase base) {
    EngineOptions options = base.options();
    return new Ingredients(
        new NamedConfigs(base.client()),
        watched,
        new KeyServices(base.clock(), System.getenv().getOrDefault("AZURE_TENANT_ID", "")),
        options.features().isOn(Feature.STRICT_POST_BUILD_SUBSTITUTIONS),
        new DecryptionOptions(
            options.inputs().refuseChangedSecrets(),
            options.features().isOn(Feature.OBJECT_LEVEL_WORKLOAD_IDENTITY),
            options.inputs().defaultDecryptionAccount(),
            options.namespace(),
            options.inputs().ageSecret(),
            options.inputs().vaults()));
  }

  /// To servers that speak ssh the engine is nobody, and their keys are not known: so is Flux.
  private static Remotes remotes(EngineOptions options) {
    return options.remoteBases()
        ? new RemoteSources(options.storagePath().resolve("remote-bases"), new Credentials.None())
        : Remotes.REFUSED;
  }

  private Finalizers finalizers(EngineBase base) {
    return new Finalizers(
        base.client(), TYPE, KustomizationReport.MANAGER, kustomizations::written);
  }

  private static JournalStore journalStore(EngineBase base) {
    EngineOptions options = base.options();
    String name = LeaseName.of("levada-journal", options.watchLabelSelector());
    return new ClusterJournalStore(base.client(), options.namespace(), name, "levada");
  }

  /// Finds what is not among the objects that this engine looks after; nothing where that is all.
  private static BiFunction<String, String, Optional<Kustomization>> elsewhere(EngineBase base) {
    Selection own = base.selection();
    boolean all = own.namespace().isEmpty() && own.labelSelector().isEmpty();
    return all
        ? (_, _) -> Optional.empty()
        : (namespace, name) -> base.client().find(TYPE, namespace, name).map(Kustomization::of);
  }

  private StatusWriter status(EngineBase base) {
    return new StatusWriter(
        base.client(),
        TYPE,
        KustomizationReport.MANAGER,
        KustomizationReport.CONDITIONS,
        object -> kustomizations.find(object.namespace(), object.name()).map(Kustomization::status),
        kustomizations::written,
        base.clock());
  }

  /// Which Kustomizations are made from a file.
  Readers readers() {
    return new Readers(kustomizations, memory);
  }

  /// Adds a listener to changes of watched ConfigMaps and Secrets.
  void listenToConfigs(Consumer<String> listener) {
    configs.listen(listener);
  }

  void watch() {
    reflector.set(Optional.of(watch.get()));
    configs.watch();
  }

  boolean awaitSynced(Duration longest) throws InterruptedException {
    return kustomizations.awaitSynced(longest);
  }

  /// What an earlier engine was writing when it ended; to be read before anything is deployed.
  Journal journal() {
    return journal;
  }

  void close() {
    journal.close();
    configs.close();
    reflector.get().ifPresent(Reflector::close);
    sights.close();
    targets.close();
  }
}
