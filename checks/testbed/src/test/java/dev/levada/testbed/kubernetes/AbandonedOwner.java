package dev.levada.testbed.kubernetes;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A process that starts a control plane and is then killed by a test.
final class AbandonedOwner {

  private AbandonedOwner() {}

  public static void main(String[] arguments) throws InterruptedException {
    var settings = Settings.standard().without(Settings.Part.values()).in(Path.of(arguments[0]));
    try (var plane = ControlPlane.start(settings)) {
      plane.pids().values().forEach(System.out::println);
      System.out.println("started");
      new CountDownLatch(1).await();
    }
  }
}
