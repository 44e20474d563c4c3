package dev.levada.operator;

import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.RequestMeter;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.operator.report.EventRecorder;
import dev.levada.operator.runtime.Controllers;
import dev.levada.operator.runtime.timing.Timeline;
import java.time.Clock;

/// What all controllers are built from.
///
/// @param options how the engine runs
/// @param client the cluster
/// @param discovery which kinds there are
/// @param controllers queues and runs
/// @param events writes events
/// @param clock tells the time
/// @param timeline calls later
/// @param meter counts requests
record EngineBase(
    EngineOptions options,
    KubeClient client,
    Discovery discovery,
    Controllers controllers,
    EventRecorder events,
    Clock clock,
    Timeline timeline,
    RequestMeter meter) {

  /// The custom resources that the engine looks after.
  Selection selection() {
    return new Selection(
        options.watchAllNamespaces() ? "" : options.namespace(), options.watchLabelSelector(), "");
  }
}
