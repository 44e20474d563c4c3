/// Changes rendered objects before they become a release: patches, images, labels, annotations.
@NullMarked
package dev.levada.core.helm.postrender;

import org.jspecify.annotations.NullMarked;
