/// Dry run, server-side apply and delete, following a plan.
@NullMarked
package dev.levada.cluster.apply;

import org.jspecify.annotations.NullMarked;
