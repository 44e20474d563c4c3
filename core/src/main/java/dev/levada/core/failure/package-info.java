/// Why a step stopped: a failure with its reason, and the exception that carries it.
@NullMarked
package dev.levada.core.failure;

import org.jspecify.annotations.NullMarked;
