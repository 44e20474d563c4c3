/// A folder of a source becomes the manifests that are to be applied.
@NullMarked
package dev.levada.core.render;

import org.jspecify.annotations.NullMarked;
