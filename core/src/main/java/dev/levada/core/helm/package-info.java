/// What `helm template` does, as a function: a chart and values become a release's objects.
@NullMarked
package dev.levada.core.helm;

import org.jspecify.annotations.NullMarked;
