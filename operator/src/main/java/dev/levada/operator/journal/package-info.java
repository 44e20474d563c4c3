/// What is about to be in the cluster and is in no status yet.
@NullMarked
package dev.levada.operator.journal;

import org.jspecify.annotations.NullMarked;
