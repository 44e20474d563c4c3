/// Brings in what a kustomization names by address.
@NullMarked
package dev.levada.fetch.remote;

import org.jspecify.annotations.NullMarked;
