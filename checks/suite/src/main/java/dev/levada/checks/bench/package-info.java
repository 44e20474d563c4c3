/// The benchmark: many applications on a real control plane, beside a bare writer that sends the
/// same requests.
@NullMarked
package dev.levada.checks.bench;

import org.jspecify.annotations.NullMarked;
