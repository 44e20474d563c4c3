/// Tests of the package of the same name.
@NullMarked
package dev.levada.fetch.remote;

import org.jspecify.annotations.NullMarked;
