/// A chart and its values become text: Helm's template engine.
@NullMarked
package dev.levada.core.helm.render;

import org.jspecify.annotations.NullMarked;
