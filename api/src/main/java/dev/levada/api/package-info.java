/// Custom resources as users write them, and what a status says.
@NullMarked
package dev.levada.api;

import org.jspecify.annotations.NullMarked;
