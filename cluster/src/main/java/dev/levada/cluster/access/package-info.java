/// Clients for this cluster, other clusters, other accounts.
@NullMarked
package dev.levada.cluster.access;

import org.jspecify.annotations.NullMarked;
