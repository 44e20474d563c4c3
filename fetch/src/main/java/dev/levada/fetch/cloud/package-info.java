/// Logs in to the registries of clouds as the workload that the engine runs as.
@NullMarked
package dev.levada.fetch.cloud;

import org.jspecify.annotations.NullMarked;
