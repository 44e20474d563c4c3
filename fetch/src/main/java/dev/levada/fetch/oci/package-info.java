/// Container registries, by the OCI distribution protocol: tags, digests, manifests, blobs, pushes.
@NullMarked
package dev.levada.fetch.oci;

import org.jspecify.annotations.NullMarked;
