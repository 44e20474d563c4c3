/// How the command line looks: tables, trees, steps, documents, colours.
@NullMarked
package dev.levada.cli.print;

import org.jspecify.annotations.NullMarked;
