/// Tests of what pull requests say.
@NullMarked
package dev.levada.core.pullrequest;

import org.jspecify.annotations.NullMarked;
