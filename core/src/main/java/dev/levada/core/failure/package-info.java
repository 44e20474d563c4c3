/// Why a step stopped: a failure with its reason, and the exceptions that tell it.
@NullMarked
package dev.levada.core.failure;

import org.jspecify.annotations.NullMarked;
