/// Builds thousands of kustomizations beside the real tool and tells where the two differ; run by
/// `make differential`, never by the tests.
@NullMarked
package dev.levada.core.kustomize.differential;

import org.jspecify.annotations.NullMarked;
