/// The controller that writes chosen images into Git repositories.
@NullMarked
package dev.levada.operator.update;

import org.jspecify.annotations.NullMarked;
