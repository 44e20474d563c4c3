package dev.levada.operator;

import dev.levada.api.notification.Receiver;
import dev.levada.cluster.access.ResourceType;
import dev.levada.fetch.http.WebClients;
import dev.levada.fetch.http.WebSettings;
import dev.levada.fetch.identity.IssuerKeys;
import dev.levada.operator.image.ImageCourse;
import dev.levada.operator.receiver.HookServer;
import dev.levada.operator.receiver.Hooks;
import dev.levada.operator.receiver.ReceiverController;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.Urgency;
import dev.levada.operator.runtime.timing.Jitter;
import dev.levada.operator.source.NamedSecrets;
import java.io.IOException;
import java.util.List;

/// The parts that take calls of webhooks. A cluster may lack the kind: nobody waits for its first
/// list.
final class ReceiverParts {

  private static final String BY_SECRET = "secret";

  private final WatchedKind<Receiver> receivers;
  private final WebClients web = new WebClients();
  private final HookServer server;

  ReceiverParts(EngineBase base, DeployParts deploys) throws IOException {
    EngineOptions options = base.options();
    this.receivers =
        new WatchedKind<>(
            base,
            new ResourceType(Receiver.TYPE, "receivers", true),
            ReceiverController.MANAGER,
            Receiver::of,
            Receiver::status);
    var secrets = new NamedSecrets(base.client());
    receivers.run(
        new ReceiverController(
            receivers.objects(),
            secrets,
            new ImageCourse(receivers.finalizers(), receivers.report()),
            new Jitter(options.jitterPercent(), System.nanoTime())),
        options.concurrentSources(),
        Receiver::metadata);
    receivers
        .objects()
        .index(
            BY_SECRET,
            each ->
                List.of("Secret/" + each.metadata().namespace() + "/" + each.spec().secretName()));
    deploys.listenToConfigs(name -> secretChanged(base, name));
    var keys = new IssuerKeys(web.get(WebSettings.standard()), base.clock());
    var hooks =
        new Hooks(
            base.client(),
            base.discovery(),
            receivers.objects(),
            keys,
            options.crossNamespace(),
            base.clock());
    this.server = HookServer.open(options.receiverAddress(), hooks, base.timeline());
  }

  private void secretChanged(EngineBase base, String name) {
    for (Receiver each : receivers.objects().lookup(BY_SECRET, name)) {
      var key = new Key(Receiver.KIND, each.metadata().namespace(), each.metadata().name());
      base.controllers().enqueue(key, Urgency.CHANGED, false);
    }
  }

  void watch() {
    receivers.watch();
  }

  void close() {
    server.close();
    receivers.close();
    web.close();
  }
}
