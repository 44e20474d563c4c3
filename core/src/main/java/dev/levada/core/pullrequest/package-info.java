/// What pull requests about images say, and which of them there should be.
@NullMarked
package dev.levada.core.pullrequest;

import org.jspecify.annotations.NullMarked;
