/// One class a command.
@NullMarked
package dev.levada.cli.command;

import org.jspecify.annotations.NullMarked;
