/// How a command says that it failed.
@NullMarked
package dev.levada.cli.failure;

import org.jspecify.annotations.NullMarked;
