/// The way of an image from code to cluster, with a real Git host and registry: for the demo and
/// end-to-end tests.
@NullMarked
package dev.levada.checks.delivery;

import org.jspecify.annotations.NullMarked;
