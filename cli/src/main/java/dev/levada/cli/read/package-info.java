/// Commands that show what is in the cluster.
@NullMarked
package dev.levada.cli.read;

import org.jspecify.annotations.NullMarked;
