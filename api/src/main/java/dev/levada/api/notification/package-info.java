/// Custom resources about calls from outside, as users write them.
@NullMarked
package dev.levada.api.notification;

import org.jspecify.annotations.NullMarked;
