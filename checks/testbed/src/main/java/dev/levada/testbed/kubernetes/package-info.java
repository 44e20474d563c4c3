/// A real Kubernetes control plane without containers: etcd, API server, controllers and simulated
/// nodes as child processes, for tests, the demo and benchmarks.
@NullMarked
package dev.levada.testbed.kubernetes;

import org.jspecify.annotations.NullMarked;
