/// What a command has around it: terminal, cluster, time.
@NullMarked
package dev.levada.cli.surroundings;

import org.jspecify.annotations.NullMarked;
