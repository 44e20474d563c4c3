/// The controller that renders what a source holds and makes the cluster so.
@NullMarked
package dev.levada.operator.deploy;

import org.jspecify.annotations.NullMarked;
