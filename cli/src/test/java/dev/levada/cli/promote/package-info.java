/// Tests of `levada promote`.
@NullMarked
package dev.levada.cli.promote;

import org.jspecify.annotations.NullMarked;
