/// Renders what is on disk, without a cluster: `levada build`.
@NullMarked
package dev.levada.cli.build;

import org.jspecify.annotations.NullMarked;
