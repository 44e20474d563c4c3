/// Versions and ranges of them, as the Masterminds library reads them.
@NullMarked
package dev.levada.core.semver;

import org.jspecify.annotations.NullMarked;
