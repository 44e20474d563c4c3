/// What is known of live objects, for those who wait for them.
@NullMarked
package dev.levada.operator.deploy.live;

import org.jspecify.annotations.NullMarked;
