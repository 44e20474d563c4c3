package dev.levada.operator;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;

/// The part of the JVM's heap that holds what has grown old, with the collector that the engine
/// runs with (`build/engine.options`); with another collector it is always empty.
final class TenuredHeap implements Tidying.Heap {

  private static final String SERIAL = "Tenured Gen";

  private final List<MemoryPoolMXBean> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getName().equals(SERIAL))
          .toList();

  @Override
  public long old() {
    return pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
  }

  @Override
  public void clear() {
    System.gc();
  }
}
