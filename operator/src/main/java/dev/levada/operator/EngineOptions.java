package dev.levada.operator;

import dev.levada.operator.destination.TargetOptions;
import dev.levada.operator.feature.Features;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How the engine runs. The names are those of Flux's flags where the meaning is the same (flux-api
/// §4.4).
///
/// @param kubeconfig which cluster; nothing for KUBECONFIG, the default file, or the cluster that
///   the engine runs in
/// @param namespace the engine's own namespace, where its lease lies
/// @param watchAllNamespaces whether it looks after all namespaces or only its own
/// @param watchLabelSelector which objects it looks after; empty for all
/// @param storagePath where fetched repositories and artifacts lie
/// @param storageAddress where artifacts are served
/// @param storageAdvertised the address that artifacts' URLs name
/// @param metricsAddress where metrics are served
/// @param healthAddress where liveness and readiness are served
/// @param receiverAddress where webhooks are served
/// @param concurrentSources how many sources are fetched at once
/// @param concurrent how many Kustomizations are deployed at once
/// @param inputs what is taken from ConfigMaps and Secrets
/// @param features what is switched on
/// @param targets how objects are applied, and as whom
/// @param requeueDependency how soon a dependency is looked at again where nothing announces it
/// @param artifactRetention how long an artifact that is no longer current is kept
/// @param artifactRecords how many artifacts that are no longer current are kept
/// @param jitterPercent how far intervals are spread
/// @param remoteBases whether kustomizations may name what lies outside their source
/// @param crossNamespace whether an object may use sources of other namespaces
/// @param leaderElection whether to run only while holding the lease
/// @param grace how long running work may take to end at shutdown
public record EngineOptions(
    Optional<Path> kubeconfig,
    String namespace,
    boolean watchAllNamespaces,
    String watchLabelSelector,
    Path storagePath,
    String storageAddress,
    String storageAdvertised,
    String metricsAddress,
    String healthAddress,
    String receiverAddress,
    int concurrentSources,
    int concurrent,
    InputOptions inputs,
    Features features,
    TargetOptions targets,
    Duration requeueDependency,
    Duration artifactRetention,
    int artifactRecords,
    int jitterPercent,
    boolean remoteBases,
    boolean crossNamespace,
    boolean leaderElection,
    Duration grace) {}
