package dev.levada.cli.command;

import dev.levada.api.GoDuration;
import dev.levada.operator.Engine;
import dev.levada.operator.EngineOptions;
import dev.levada.operator.feature.Feature;
import dev.levada.operator.feature.Features;
import dev.levada.operator.telemetry.Logging;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Runs the engine until it is told to stop. Flags have Flux's names where they have the meaning
/// (flux-api §4.4).
@Command(
    name = "operator",
    description = "Run the engine: fetch sources, apply what they hold, and keep it so.",
    footer = {
      "",
      "Examples:",
      "  levada operator                                      in a cluster",
      "  levada operator --kubeconfig ~/.kube/config \\",
      "    --storage-path /tmp/levada --log-encoding console  on a workstation"
    })
public final class OperatorCommand implements Callable<Integer> {

  @Option(
      names = "--kubeconfig",
      description = "Kubeconfig file; default: KUBECONFIG, ~/.kube/config, or the cluster around.")
  private @Nullable Path kubeconfig;

  @Option(
      names = "--namespace",
      defaultValue = "${env:RUNTIME_NAMESPACE:-flux-system}",
      description = "The engine's own namespace (${DEFAULT-VALUE}).")
  private String namespace = "flux-system";

  @Option(
      names = "--watch-all-namespaces",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Look after all namespaces; false: only the engine's own.")
  private boolean watchAllNamespaces;

  @Option(
      names = "--watch-label-selector",
      defaultValue = "",
      description = "Look only after objects with these labels.")
  private String watchLabelSelector = "";

  @Option(
      names = "--storage-path",
      defaultValue = "${env:STORAGE_PATH:-/data}",
      description = "Folder for repositories and artifacts (${DEFAULT-VALUE}).")
  private Path storagePath = Path.of("/data");

  @Option(
      names = "--storage-addr",
      defaultValue = "${env:STORAGE_ADDR:-:9090}",
      description = "Address that artifacts are served on (${DEFAULT-VALUE}).")
  private String storageAddress = "";

  @Option(
      names = "--storage-adv-addr",
      defaultValue = "${env:STORAGE_ADV_ADDR:-}",
      description = "Address that artifacts' URLs name.")
  private String storageAdvertised = "";

  @Option(
      names = "--metrics-addr",
      defaultValue = ":8080",
      description = "Address of /metrics (${DEFAULT-VALUE}).")
  private String metricsAddress = "";

  @Option(
      names = "--health-addr",
      defaultValue = ":9440",
      description = "Address of /healthz and /readyz (${DEFAULT-VALUE}).")
  private String healthAddress = "";

  @Option(
      names = {"--receiverAddr", "--receiver-addr"},
      defaultValue = ":9292",
      description = "Address of webhooks (${DEFAULT-VALUE}).")
  private String receiverAddress = "";

  @Option(
      names = "--concurrent",
      defaultValue = "40",
      description =
          "Kustomizations deployed at once (${DEFAULT-VALUE}); a quarter of them where nothing has changed.")
  private int concurrent;

  @Option(
      names = "--concurrent-sources",
      defaultValue = "10",
      description = "Sources fetched at once (${DEFAULT-VALUE}).")
  private int concurrentSources;

  @Mixin private ApplyFlags apply = new ApplyFlags();

  @Option(
      names = "--feature-gates",
      defaultValue = "",
      converter = FeatureGates.class,
      description = "Features to switch on or off, as A=true,B=false.")
  private Features features = Features.of("");

  @Option(
      names = "--requeue-dependency",
      defaultValue = "30s",
      converter = GoDurations.class,
      description = "When to look again at a dependency that nothing announces (${DEFAULT-VALUE}).")
  private Duration requeueDependency = Duration.ofSeconds(30);

  @Option(
      names = "--artifact-retention-ttl",
      defaultValue = "60s",
      converter = GoDurations.class,
      description = "How long an old artifact is kept (${DEFAULT-VALUE}).")
  private Duration artifactRetention = Duration.ofSeconds(60);

  @Option(
      names = "--artifact-retention-records",
      defaultValue = "2",
      description = "How many old artifacts are kept (${DEFAULT-VALUE}).")
  private int artifactRecords;

  @Option(
      names = "--interval-jitter-percentage",
      defaultValue = "5",
      description = "How far intervals are spread (${DEFAULT-VALUE}).")
  private int jitterPercent;

  @Mixin private final InputFlags inputs = new InputFlags();

  @Option(
      names = "--no-remote-bases",
      description = "Refuse kustomizations that name what lies outside their source.")
  private boolean noRemoteBases;

  @Option(names = "--no-cross-namespace-refs", description = "Refuse sources of other namespaces.")
  private boolean noCrossNamespace;

  @Option(names = "--enable-leader-election", description = "Run only while holding the lease.")
  private boolean leaderElection;

  @Option(
      names = "--graceful-shutdown-timeout",
      defaultValue = "10s",
      converter = GoDurations.class,
      description = "How long running work may take to end (${DEFAULT-VALUE}).")
  private Duration grace = Duration.ofSeconds(10);

  @Option(
      names = "--log-level",
      defaultValue = "info",
      description = "trace, debug, info or error (${DEFAULT-VALUE}).")
  private Logging.Verbosity logLevel = Logging.Verbosity.INFO;

  @Option(
      names = "--log-encoding",
      defaultValue = "json",
      description = "json or console (${DEFAULT-VALUE}).")
  private Logging.Encoding logEncoding = Logging.Encoding.JSON;

  /// Go's durations on the command line.
  static final class GoDurations implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return GoDuration.parse(text);
    }
  }

  /// Feature gates on the command line.
  static final class FeatureGates implements ITypeConverter<Features> {
    @Override
    public Features convert(String text) {
      try {
        return Features.of(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Logging.configure(logLevel, logEncoding);
    var engine = new Engine(options());
    var hook = Thread.ofPlatform().unstarted(() -> stop(engine));
    Runtime.getRuntime().addShutdownHook(hook);
    engine.start();
    engine.awaitEnd();
    return 1; // the lease went to another: whoever started this process starts a new one
  }

  private EngineOptions options() {
    return new EngineOptions(
        Optional.ofNullable(kubeconfig),
        namespace,
        watchAllNamespaces,
        watchLabelSelector,
        storagePath,
        storageAddress,
        storageAdvertised.isEmpty()
            ? "source-controller." + namespace + ".svc.cluster.local."
            : storageAdvertised,
        metricsAddress,
        healthAddress,
        receiverAddress,
        concurrentSources,
        concurrent,
        inputs.options(),
        features,
        apply.options(features.isOn(Feature.MIGRATE_API_VERSION)),
        requeueDependency,
        artifactRetention,
        artifactRecords,
        jitterPercent,
        !noRemoteBases,
        !noCrossNamespace,
        leaderElection,
        grace);
  }

  private static void stop(Engine engine) {
    try {
      engine.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
